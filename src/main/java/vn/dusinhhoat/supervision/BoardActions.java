package vn.dusinhhoat.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.attendance.AbsenceReason;
import vn.dusinhhoat.calendar.Extension;
import vn.dusinhhoat.notification.UrgingNotices;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.supervision.ActionResult.RowResult;

/** What staff do from the board: urge, give more time, hand over, excuse; with a reason, and kept with the case (ruling B5). */
@Service
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class BoardActions {

    private static final int LONGEST_REASON = 500;
    private static final int MOST_DAYS = 60;
    private static final int FARTHEST_DAYS = 92;
    private static final int LONGEST_BODY = 120;
    private static final int LONGEST_LOGIN = 64;
    /** The staff body in whose name somebody acts for a unit: the nearest one upwards. */
    private static final String BODY = """
            with recursive above (id, distance) as (
                select id, 0 from party_unit where code = :unit
                union all select u.parent_id, a.distance + 1 from above a join party_unit u on u.id = a.id where u.parent_id is not null)
            select b.name from above a join body b on b.unit_id = a.id join body_member m on m.body_id = b.id join person p on p.id = m.person_id
            where b.kind in ('ORGANISATION_BOARD', 'OFFICE') and p.user_id = :user
              and m.valid_from <= :today and (m.valid_to is null or m.valid_to >= :today)
            order by a.distance, b.kind desc limit 1""";

    /**
     * More time for limits.
     *
     * @param moreDays so many days more; null with a day
     * @param lastDay  new last day; null with a number of days
     */
    public record MoreTime(Integer moreDays, LocalDate lastDay) {
    }

    /**
     * What a limit would become.
     *
     * @param row   whether it can be moved at all
     * @param moved null when not
     */
    public record Preview(RowResult row, MovedLimit moved) {
    }

    private final RowActions rows;
    private final HandOver handOver;
    private final Kinds kinds;
    private final UrgingNotices notices;
    private final JdbcClient sql;
    private final Clock clock;

    BoardActions(RowActions rows, HandOver handOver, Kinds kinds, UrgingNotices notices, JdbcClient sql, Clock clock) {
        this.rows = rows;
        this.handOver = handOver;
        this.kinds = kinds;
        this.notices = notices;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * "Đôn đốc", one call for many. Each who has a task gets a mail of its own, once a day; of who cannot be reached the row says so.
     *
     * @param reason how, in Vietnamese; may be missing
     * @throws RuleViolation and its kinds as {@link RowActions#require}
     */
    public ActionResult urge(Sight sight, List<String> taskIds, String reason) {
        rows.require(sight, BoardAction.URGE, taskIds);
        String said = reason == null || reason.isBlank() ? null : reasonOf(reason);
        return rows.run(sight, BoardAction.URGE, taskIds, (view, row) -> {
            UrgingNotices.Outcome mail = notices.write(row.taskId());
            knowing(view).urge(WatchedTask.of(view, row), said, sight.userId());
            return mail.sentence();
        });
    }

    /** What more time would do, each row for itself. Nothing is stored. */
    public List<Preview> previewExtension(Sight sight, List<String> taskIds, MoreTime time) {
        rows.require(sight, BoardAction.EXTEND, taskIds);
        check(time);
        List<MovedLimit> moved = new ArrayList<>();
        ActionResult looked = rows.look(sight, BoardAction.EXTEND, taskIds, (view, row) -> {
            moved.add(knowing(view).preview(WatchedTask.of(view, row), extension(sight, row, time)));
            return null;
        });
        List<Preview> previews = new ArrayList<>();
        int at = 0;
        for (RowResult row : looked.rows()) {
            previews.add(new Preview(row, row.outcome() == ActionResult.Outcome.DONE ? moved.get(at++) : null));
        }
        return previews;
    }

    /** "Gia hạn": limit, task and timer together. */
    public ActionResult extend(Sight sight, List<String> taskIds, MoreTime time, String reason) {
        rows.require(sight, BoardAction.EXTEND, taskIds);
        check(time);
        String said = reasonOf(reason);
        return rows.run(sight, BoardAction.EXTEND, taskIds, (view, row) -> {
            knowing(view).extend(WatchedTask.of(view, row), extension(sight, row, time), sight.userId(), said);
            return null;
        });
    }

    /** "Chuyển đồng chí khác": a body's task goes to another member. */
    public ActionResult handOver(Sight sight, List<String> taskIds, String to, String reason) {
        rows.require(sight, BoardAction.HAND_OVER, taskIds);
        if (to == null || to.isBlank()) {
            throw new RuleViolation("Chưa chọn đồng chí nhận việc: chọn trong danh sách.");
        }
        OutsideText.requireAtMost(to, LONGEST_LOGIN, "đồng chí nhận việc");
        String said = reasonOf(reason);
        return rows.run(sight, BoardAction.HAND_OVER, taskIds, (view, row) -> {
            handOver.to(view, row, to, said, sight.userId());
            return null;
        });
    }

    /**
     * "Ghi nhận có lý do".
     *
     * @param absence why the visitor did not attend; of no effect where the visitor has said it
     */
    public ActionResult excuse(Sight sight, List<String> taskIds, AbsenceReason absence, String reason) {
        rows.require(sight, BoardAction.EXCUSE, taskIds);
        String said = reasonOf(reason);
        return rows.run(sight, BoardAction.EXCUSE, taskIds, (view, row) -> {
            knowing(view).excuse(WatchedTask.of(view, row), absence, said, sight.userId());
            return null;
        });
    }

    /** A kind that lists an action has a context that does it. */
    private WatchedTasks knowing(BoardView.RowView view) {
        return kinds.knowing(view.process()).orElseThrow();
    }

    private Extension extension(Sight sight, BoardTables.Row row, MoreTime time) {
        Optional<String> body = sql.sql(BODY).param("unit", row.unitCode()).param("user", sight.userId())
                .param("today", LocalDate.now(clock)).query(String.class).optional();
        return new Extension(time.moreDays(), time.lastDay(),
                "ý kiến của " + body.map(name -> OutsideText.shortened(name, LONGEST_BODY)).orElse("quản trị hệ thống"));
    }

    private void check(MoreTime time) {
        if ((time.moreDays() == null) == (time.lastDay() == null)) {
            throw new RuleViolation("Chưa rõ gia hạn thế nào: ghi số ngày thêm hoặc ngày cuối mới, một trong hai.");
        }
        if (time.moreDays() != null && (time.moreDays() < 1 || time.moreDays() > MOST_DAYS)) {
            throw new RuleViolation("Số ngày thêm phải từ 1 đến " + MOST_DAYS + ": đề nghị đồng chí sửa lại.");
        }
        LocalDate today = LocalDate.now(clock);
        if (time.lastDay() != null && (time.lastDay().isBefore(today) || time.lastDay().isAfter(today.plusDays(FARTHEST_DAYS)))) {
            throw new RuleViolation("Ngày cuối mới phải từ hôm nay trở đi và trong vòng 03 tháng tới: đề nghị đồng chí sửa lại.");
        }
    }

    private static String reasonOf(String reason) {
        String said = reason == null ? "" : OutsideText.line(reason, "lý do");
        if (said.isEmpty()) {
            throw new RuleViolation("Chưa có lý do: đề nghị đồng chí ghi thêm.");
        }
        OutsideText.requireAtMost(said, LONGEST_REASON, "lý do");
        return said;
    }
}
