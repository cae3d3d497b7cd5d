package vn.dusinhhoat.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.platform.InstallationProperties;

/** News of annual plans for the outbox: each once a day and person, sent with the next mails of {@code daily-notices}. */
@Service
public class PlanNotices {

    /** What is told; each has its sentence in the mail. */
    public enum Topic {

        TO_WRITE("Đồng chí có việc xây dựng kế hoạch cá nhân dự sinh hoạt chi bộ. Hệ thống đã gợi ý chi bộ và ngày dự."),
        WITHOUT_ACCOUNT("Có đồng chí phải xây dựng kế hoạch nhưng chưa có tài khoản. Ban tổ chức, văn phòng nhập thay từ bản giấy: nhận việc mang tên"
                + " đồng chí đó trong danh sách công việc, hoặc đề nghị cấp tài khoản."),
        REMIND("Kế hoạch của đồng chí đang chờ hoàn thiện, gửi."),
        LATE("Kế hoạch của đồng chí đã quá hạn gửi."),
        MEMBERS_LATE("Có đồng chí chưa gửi kế hoạch cá nhân sau khi đã được đôn đốc."),
        BOARD_TASK("Kế hoạch của các đồng chí cấp ủy viên đang chờ ban tổ chức, văn phòng cấp ủy xử lý."),
        BOARD_LATE("Việc rà soát, tổng hợp kế hoạch đã quá hạn."),
        HOST_ASKED("Lịch dự sinh hoạt tại các chi bộ trực thuộc đang chờ cho ý kiến. Quá thời hạn không có ý kiến thì coi như thống nhất."),
        HOST_CHANGED("Lịch các đồng chí cấp ủy về dự tại các chi bộ trực thuộc có thay đổi: có lượt dự đổi ngày hoặc không thực hiện nữa."),
        OPINION_WAITS("Kế hoạch chung đang chờ Thường trực cấp ủy cho ý kiến."),
        IN_FORCE("Kế hoạch đã được thống nhất và có hiệu lực."),
        CELLS_CHANGED("Chi bộ trực thuộc có lịch dự sinh hoạt đã tiếp nhận chi bộ khác; ngày dự giữ nguyên, không phải cho ý kiến lại."),
        CHANGED("Kế hoạch của đồng chí có thay đổi do thay đổi nhiệm vụ, tổ chức."),
        ENDED("Đợt xây dựng, điều chỉnh kế hoạch đã kết thúc, không thực hiện tiếp.");

        private final String sentence;

        Topic(String sentence) {
            this.sentence = sentence;
        }

        /** Vietnamese sentence. */
        public String sentence() {
            return sentence;
        }
    }

    private static final String WRITE = NoticeSelection.MUTE + """
            insert into notice (kind, person_id, campaign_id, topic, day, days_off, state, message_id, written_at, next_attempt_at)
            select 'PLAN_NEWS', p.id, c.id, :topic, :today, 0,
                   case when coalesce(m.muted, false) then 'MUTED' when :server then 'WAITING' else 'NO_SERVER' end,
                   gen_random_uuid() || '@' || :host, :now, :now
            from plan_campaign c left join mute m on m.unit_id = c.unit_id, person p
            where c.id = :campaign and p.id = any(:people) and\s""" + Reachability.OF_PERSON + "order by p.id on conflict do nothing";

    private final JdbcClient sql;
    private final MailServer server;
    private final InstallationProperties installation;
    private final Clock clock;

    PlanNotices(JdbcClient sql, MailServer server, InstallationProperties installation, Clock clock) {
        this.sql = sql;
        this.server = server;
        this.installation = installation;
        this.clock = clock;
    }

    /** Writes one notice for each of these people who can be reached, in the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Long campaignId, Topic topic, Collection<Long> personIds) {
        sql.sql(WRITE).param("campaign", campaignId).param("topic", topic.name()).param("people", personIds.toArray(Long[]::new))
                .param("today", LocalDate.now(clock)).param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("server", server.isSetUp())
                .param("host", installation.mailHost()).update();
    }
}
