package vn.dusinhhoat.planning;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Facts of campaigns: who, when, what; only ever added to. */
@Component
class PlanLog {

    /** Kinds of facts. */
    enum Kind {
        OPENED("Mở đợt xây dựng kế hoạch"), JOINED("Thêm vào đợt"), SENT("Gửi kế hoạch"), SUPPLEMENT_ASKED("Ban tổ chức đề nghị bổ sung"),
        KEPT_AS_SAVED("Hết thời hạn bổ sung: lấy bản đã lưu"), CHECKED("Rà soát xong"), HOSTS_ASKED("Gửi lấy ý kiến nơi có chi bộ"),
        HOST_ANSWERED("Nơi có chi bộ cho ý kiến"), HOST_SILENT("Nơi có chi bộ không có ý kiến, coi như thống nhất"),
        CHANGES_RETURNED("Chuyển lượt dự có đề nghị ngày khác"),
        CELL_TAKEN_OVER("Chi bộ kế tục nhận lượt dự"), REVISED("Hoàn thiện theo ý kiến"),
        HOST_DATES_TAKEN("Hết thời hạn hoàn thiện: lấy ngày nơi có chi bộ đề nghị"), CONSOLIDATED("Tổng hợp, trình Thường trực"),
        AGREED("Thường trực thống nhất"), OWN_PART_AGREED("Thống nhất phần của người đã cho ý kiến"), TO_ADJUST("Thường trực đề nghị điều chỉnh"),
        IN_FORCE("Kế hoạch có hiệu lực"), NO_OPINION("Không có ý kiến trong thời hạn"), NOT_SENT("Chốt: không gửi kế hoạch"), ENDED("Kết thúc"),
        REMINDED("Nhắc việc"), URGED("Đôn đốc"), LISTED_FOR_LEADERS("Báo cáo Thường trực cấp ủy"),
        NOTED_TO_LEADER("Báo riêng lãnh đạo đó"), LIMIT_EXTENDED("Gia hạn"), LIMIT_MOVED("Dời hạn theo lịch"), HANDED_OVER("Chuyển đồng chí khác");

        /** Details that are sentences of people or of ours, and say how limits and work went. */
        private static final Set<String> WITH_DETAIL = Set.of("CHECKED", "HOSTS_ASKED", "URGED", "LIMIT_EXTENDED", "LIMIT_MOVED", "HANDED_OVER", "NOT_SENT");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The fact in Vietnamese, for a list of facts. */
        String told(String detail) {
            return detail == null || !WITH_DETAIL.contains(name()) ? label : label + ": " + detail;
        }
    }

    /** One of many facts; see {@link #record}. */
    record Fact(Long campaignId, Long planId, Kind kind, String detail) {
    }

    private final JdbcClient sql;
    private final Clock clock;

    PlanLog(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Adds a fact.
     *
     * @param planId null for the campaign as a whole
     * @param actor  user id; null for the system
     * @param detail Vietnamese, null when there is nothing to add
     */
    void record(Long campaignId, Long planId, String actor, Kind kind, String detail) {
        sql.sql("insert into plan_event (campaign_id, plan_id, at, actor, kind, detail) values (?, ?, ?, ?, ?, left(?, 1000))")
                .params(campaignId, planId, clock.instant().atOffset(ZoneOffset.UTC), actor, kind.name(), detail).update();
    }

    /** Adds many at once. */
    void recordAll(List<Fact> facts, String actor) {
        sql.sql("""
                insert into plan_event (campaign_id, plan_id, at, actor, kind, detail)
                select campaign, plan, :now, :actor, kind, left(detail, 1000)
                from unnest(:campaigns::bigint[], :plans::bigint[], :kinds::text[], :details::text[]) n (campaign, plan, kind, detail)""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("actor", actor)
                .param("campaigns", facts.stream().map(Fact::campaignId).toArray(Long[]::new))
                .param("plans", facts.stream().map(Fact::planId).toArray(Long[]::new))
                .param("kinds", facts.stream().map(fact -> fact.kind().name()).toArray(String[]::new))
                .param("details", facts.stream().map(Fact::detail).toArray(String[]::new)).update();
    }

    void record(Long campaignId, String actor, Kind kind, String detail) {
        record(campaignId, null, actor, kind, detail);
    }
}
