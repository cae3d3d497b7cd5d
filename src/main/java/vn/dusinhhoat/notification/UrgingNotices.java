package vn.dusinhhoat.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.platform.InstallationProperties;

/** Mails to who is urged from the board (ruling B5): one for each task, person and day, sent with the next mails of {@code daily-notices}. */
@Service
public class UrgingNotices {

    /** What has become of the mail about one task. */
    public enum Outcome {

        WRITTEN("Thư đôn đốc đi cùng lượt thư gần nhất."),
        TODAY_ALREADY("Hôm nay đã có thư đôn đốc việc này."),
        NOBODY_REACHABLE("Nơi nhận chưa có địa chỉ thư: đề nghị đồng chí điện thoại hoặc nhắn tin."),
        NOT_SENT("Không gửi thư: đơn vị này đang tắt thư nhắc, hoặc hệ thống chưa nối máy chủ thư.");

        private final String sentence;

        Outcome(String sentence) {
            this.sentence = sentence;
        }

        /** Vietnamese sentence. */
        public String sentence() {
            return sentence;
        }
    }

    /** Who has the task; while nobody has, today's members of the bodies that it is offered to. */
    private static final String WRITE = NoticeSelection.MUTE + """
            insert into notice (kind, person_id, task_id, day, days_off, state, message_id, written_at, next_attempt_at)
            select 'URGED', p.id, t.id_, :today, 0, case when coalesce(m.muted, false) then 'MUTED' when :server then 'WAITING' else 'NO_SERVER' end,
                   gen_random_uuid() || '@' || :host, :now, :now
            from act_ru_task t left join party_unit u on u.code = t.tenant_id_ left join mute m on m.unit_id = u.id
            join person p on p.id in (
                select o.id from person o where o.user_id = t.assignee_
                union all select a.person_id from act_ru_identitylink l join body b on b.group_id = l.group_id_ join body_member a on a.body_id = b.id
                where t.assignee_ is null and l.task_id_ = t.id_ and l.type_ = 'candidate' and a.valid_from <= :today and (a.valid_to is null or a.valid_to >= :today))
            where t.id_ = :task and\s""" + Reachability.OF_PERSON + "order by p.id on conflict do nothing";
    private static final String TODAYS = "select state from notice where task_id = ? and day = ?";

    private final JdbcClient sql;
    private final MailServer server;
    private final InstallationProperties installation;
    private final Clock clock;

    UrgingNotices(JdbcClient sql, MailServer server, InstallationProperties installation, Clock clock) {
        this.sql = sql;
        this.server = server;
        this.installation = installation;
        this.clock = clock;
    }

    /** Writes what is missing, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome write(String taskId) {
        LocalDate today = LocalDate.now(clock);
        int written = sql.sql(WRITE).param("task", taskId).param("today", today).param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("server", server.isSetUp()).param("host", installation.mailHost()).update();
        Set<String> states = sql.sql(TODAYS).params(taskId, today).query(String.class).set();
        if (states.isEmpty()) {
            return Outcome.NOBODY_REACHABLE;
        }
        if (states.contains("MUTED") || states.contains("NO_SERVER")) {
            return Outcome.NOT_SENT;
        }
        return written > 0 ? Outcome.WRITTEN : Outcome.TODAY_ALREADY;
    }
}
