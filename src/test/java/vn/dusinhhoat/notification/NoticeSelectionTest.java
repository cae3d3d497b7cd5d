package vn.dusinhhoat.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.platform.TimeZones;

/** Which notices each moment writes, for whom, and that no run writes one twice (row R18). */
class NoticeSelectionTest extends NoticesTest {

    @Test
    void theDayBeforeTheMeetingEachVisitorIsReminded() {
        String person = reachable("Nguyễn Thị Thủy Tiên");
        Visit visit = visits.visitOf(person, FRIDAY);
        at(FRIDAY.minusDays(2), MORNING);
        write(NoticeKind.BEFORE_MEETING, 1);
        assertThat(states()).isEmpty();
        at(FRIDAY.minusDays(1), MORNING);
        write(NoticeKind.BEFORE_MEETING, 1);
        assertThat(sql.sql("select person_id, visit_id, day::text, state, unit_id is null as alone from notice").query().singleRow())
                .containsEntry("person_id", visits.personId(person)).containsEntry("visit_id", visit.id())
                .containsEntry("day", "2026-04-03").containsEntry("state", "WAITING").containsEntry("alone", true);
        assertThat(sql.sql("select message_id from notice").query(String.class).single()).matches("[0-9a-f-]{36}@dusinhhoat\\.example\\.vn");
        write(NoticeKind.BEFORE_MEETING, 1);
        assertThat(states()).as("a run repeated").hasSize(1);
        write(NoticeKind.BEFORE_MEETING, 0);
        assertThat(states()).as("the meeting is not today").hasSize(1);
    }

    @Test
    void anotherDayIsAnotherNotice() {
        Visit visit = visits.visitOf(reachable("Lê Đình Hùng"), FRIDAY);
        at(FRIDAY.minusDays(1), MORNING);
        write(NoticeKind.BEFORE_MEETING, 1);
        sql.sql("update visit set meeting_at = meeting_at + interval '7 days' where id = ?").param(visit.id()).update();
        write(NoticeKind.BEFORE_MEETING, 1);
        assertThat(states()).hasSize(1);
        at(FRIDAY.plusDays(6), MORNING);
        write(NoticeKind.BEFORE_MEETING, 1);
        assertThat(states()).hasSize(2);
    }

    @Test
    void whoCannotOrNeedNotBeReachedGetsNone() {
        visits.visitOf(visits.newWorker(), FRIDAY);
        String gone = reachable("Trần Văn Nghỉ");
        String exempt = reachable("Phạm Thị Miễn");
        String back = reachable("Hồ Sỹ Trở Lại");
        for (String person : List.of(gone, exempt, back)) {
            visits.visitOf(person, FRIDAY);
        }
        sql.sql("update person set ended_on = date '2026-04-01' where user_id = ?").param(gone).update();
        exempt(exempt, "2026-04-01", "2026-04-02");
        exempt(back, "2026-03-01", "2026-04-01");
        at(FRIDAY.minusDays(1), MORNING);
        write(NoticeKind.BEFORE_MEETING, 1);
        assertThat(people()).containsExactly(back);
    }

    private void exempt(String person, String from, String to) {
        sql.sql("insert into person_exemption (person_id, kind, valid_from, valid_to) values (?, 'EXEMPT', ?::date, ?::date)")
                .params(visits.personId(person), from, to).update();
    }

    private List<String> people() {
        return sql.sql("select p.user_id from notice n join person p on p.id = n.person_id order by n.id").query(String.class).list();
    }

    @Test
    void inTheEveningWhoHasNotReportedIsReminded() {
        String reported = reachable("Võ Thị Đã Gửi");
        String open = reachable("Đặng Quốc Chưa Gửi");
        Visit sent = withOpenReport(reported);
        withOpenReport(open);
        visits.fillIn(sent, VisitFixture.COMPLETE);
        steps.complete(steps.task(sent), reported);
        at(FRIDAY, EVENING);
        write(NoticeKind.MEETING_EVENING, 0);
        assertThat(people()).containsExactly(open);
        at(FRIDAY.plusDays(1), EVENING);
        write(NoticeKind.MEETING_EVENING, 0);
        assertThat(people()).hasSize(1);
    }

    @Test
    void aMeetingThatHasNotBegunIsNotYetReportedOn() {
        visits.visitOf(reachable("Cao Thị Họp Muộn"), FRIDAY);
        at(FRIDAY, LocalTime.of(19, 0));
        write(NoticeKind.MEETING_EVENING, 0);
        assertThat(states()).isEmpty();
    }

    @Test
    void beforeAndAtTheLimitWhoHasNotReportedIsReminded() {
        String person = reachable("Bùi Thị Hạn");
        Visit visit = withOpenReport(person);
        var limit = LocalDate.ofInstant(visits.reportOf(visit).limitAt(), TimeZones.VIETNAM);
        at(limit.minusDays(1), LocalTime.of(22, 0));
        write(NoticeKind.BEFORE_LIMIT, 1);
        assertThat(people()).containsExactly(person);
        at(limit, LocalTime.of(16, 0));
        write(NoticeKind.AT_LIMIT, 0);
        write(NoticeKind.AT_LIMIT, 0);
        assertThat(people()).containsExactly(person, person);
        assertThat(sql.sql("select distinct day from notice").query(LocalDate.class).list()).containsExactly(limit);
    }

    @Test
    void clerksGetTheNumbersOfTheirOwnUnit() {
        String late = reachable("Ngô Thị Chậm");
        String waiting = reachable("Dương Văn Chờ");
        withOpenReport(late);
        Visit sent = withOpenReport(waiting);
        visits.fillIn(sent, VisitFixture.COMPLETE);
        steps.complete(steps.task(sent), waiting);
        name("dv-17971-4", "Hoàng Thị Ban Tổ Chức");
        name("dv-17971-7", "Lý Văn Phòng");
        String elsewhere = sql.sql("""
                select p.user_id from body b join party_unit u on u.id = b.unit_id join body_member m on m.body_id = b.id
                join person p on p.id = m.person_id where b.kind = 'OFFICE' and u.level = 'COMMUNE' and u.code <> '17971'
                  and p.user_id is not null order by p.id limit 1""").query(String.class).single();
        name(elsewhere, "Mai Thị Xã Khác");
        at(FRIDAY.plusDays(10), MORNING);
        write(NoticeKind.CLERK_DIGEST, 0);
        assertThat(people()).containsExactlyInAnyOrder("dv-17971-4", "dv-17971-7");
        var numbers = sql.sql("select due_today, late, to_receive from notice limit 1").query().singleRow();
        assertThat((int) numbers.get("late")).isPositive();
        assertThat((int) numbers.get("to_receive")).isPositive();
        assertThat(numbers).containsEntry("due_today", 0);
    }

    @Test
    void theNearestUnitUpwardsDecidesAboutSilence() {
        visits.visitOf(reachable("Chu Thị Im Lặng"), FRIDAY);
        visits.visitOf(reachable("Thái Văn Được Nhắc"), FRIDAY.plusDays(7));
        muted("level = 'PROVINCE'", true);
        at(FRIDAY.minusDays(1), MORNING);
        write(NoticeKind.BEFORE_MEETING, 1);
        assertThat(states()).containsExactly("MUTED");
        muted("code = '17971'", false);
        at(FRIDAY.plusDays(6), MORNING);
        write(NoticeKind.BEFORE_MEETING, 1);
        assertThat(states()).containsExactly("MUTED", "WAITING");
    }

    private void muted(String unit, boolean muted) {
        sql.sql("insert into duty_start (unit_id, starts_on, notices_muted, changed_at) select id, date '2026-01-01', ?, now() from party_unit where "
                + unit).param(muted).update();
    }

    @Test
    void runsAtTheSameTimeWriteEachNoticeOnce() {
        for (int n = 0; n < 40; n++) {
            visits.visitOf(reachable("Đồng Thời Thứ " + n), FRIDAY);
        }
        at(FRIDAY.minusDays(1), MORNING);
        IntStream.range(0, 6).mapToObj(n -> CompletableFuture.runAsync(() -> write(NoticeKind.BEFORE_MEETING, 1))).toList()
                .forEach(CompletableFuture::join);
        assertThat(states()).hasSize(40);
    }
}
