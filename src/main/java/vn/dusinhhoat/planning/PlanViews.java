package vn.dusinhhoat.planning;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** What people see of plans. Times without zone are in Vietnam. */
public final class PlanViews {

    private PlanViews() {
    }

    /** One line; see {@link Plans.Line}. */
    public record LineView(Long id, Long plan, String period, String cadence, String periodLabel, Long cellId, String cell, String commune,
                           boolean special, String specialLabel, LocalDateTime meetingAt, String theme, LineState state, String stateLabel,
                           String boardComment, LocalDateTime hostDate, String hostNote, List<Remark> remarks, String why) {
    }

    /**
     * One member's plan.
     *
     * @param step WRITE, SUPPLEMENT, REVISE while the caller may change it, else READ
     */
    public record PlanView(Long id, Long campaign, int year, CampaignKind kind, PlanState state, String stateLabel, String member, String post,
                           String unit, long version, Instant savedAt, Instant sentAt, String boardComment, boolean editable, String step,
                           List<Remark> remarks, List<LineView> lines) {
    }

    /** A plan in a list of the caller's own. */
    public record MyPlan(Long id, int year, String kind, PlanState state, String stateLabel, int lines, String unit) {
    }

    /** A cell to choose. */
    public record Choice(Long id, String cell, String commune, boolean special, String specialLabel, String lastVisit, List<LocalDateTime> meetings,
                         List<Remark> remarks, String why) {
    }

    /** A host in the campaign's list. */
    public record HostView(String unit, String state, String stateLabel, int lines, Instant answeredAt) {
    }

    /** How one kind of area comes off (ruling A12); month of the first visit, null without any. */
    public record AreaFigures(int cells, int visited, int visits, String firstMonth) {
    }

    /** A cell nobody goes to. */
    public record CellOnly(String cell, String commune) {
    }

    /** Special areas against the others. */
    public record Figures(AreaFigures special, AreaFigures others, List<CellOnly> neverVisited, int neverVisitedInAll) {
    }

    /** The opinion of Thường trực. */
    public record Opinion(String by, Instant at, String note) {
    }

    /** A campaign in a list. */
    public record CampaignLine(Long id, String unit, int year, String kind, CampaignState state, String stateLabel, String reason, int members, int sent) {
    }

    /** A campaign with everything in it. */
    public record CampaignView(Long id, String unit, int year, String kind, CampaignState state, String stateLabel, String reason, int members, int sent,
                               int lines, int faults, List<PlanView> plans, List<HostView> hosts, Figures figures, Opinion opinion) {
    }

    /** A line as its host sees it: date and name, no remarks of others. */
    public record RequestLine(Long id, String cell, String visitor, String post, LocalDateTime meetingAt, String theme, List<LocalDateTime> meetings,
                              String answer, LocalDateTime otherDate, String note) {
    }

    /** What a host is asked. */
    public record RequestView(Long id, String from, int year, boolean open, long version, List<RequestLine> lines) {
    }
}
