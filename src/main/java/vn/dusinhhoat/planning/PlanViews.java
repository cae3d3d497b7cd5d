package vn.dusinhhoat.planning;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** What people see of plans. Times without zone are in Vietnam; labels are Vietnamese. */
public final class PlanViews {

    private PlanViews() {
    }

    /**
     * One line; see {@link Plans.Line}.
     *
     * @param period   its first month, "2027-01"
     * @param meetings when the cell meets in the period; empty without a cell
     * @param replaces the line in force that it takes the place of; null outside amendments
     * @param further  whether it comes beside the visit that is owed in the period (ruling A2)
     * @param replaced where and when the line that it replaces leads; null outside amendments
     */
    public record LineView(Long id, Long plan, String period, String cadence, String periodLabel, Long cellId, String cell, String commune,
                           boolean special, String specialLabel, List<LocalDateTime> meetings, LocalDateTime meetingAt, String theme,
                           boolean withdrawn, LineState state, String stateLabel, String boardComment, String hostAnswer, LocalDateTime hostDate,
                           String hostNote, Long replaces, boolean further, List<Remark> remarks, String why, Replaced replaced) {
    }

    /** Where and when a line in force leads that is amended. */
    public record Replaced(String cell, String commune, LocalDateTime meetingAt) {
    }

    /** What was said of a plan as a whole; by whom is null for the system. */
    public record Said(String by, Instant at, String text) {
    }

    /**
     * One member's plan.
     *
     * @param step      WRITE, SUPPLEMENT, REVISE while the caller may change it, else READ
     * @param urgedAt   when staff urged the member last; null once it is sent
     * @param ended     why its campaign was ended; null otherwise
     * @param mayGiveUp whether the caller began the amendment and may still give it up
     */
    public record PlanView(Long id, Long campaign, int year, CampaignKind kind, PlanState state, String stateLabel, String member, String post,
                           String unit, String reason, long version, Instant savedAt, Instant sentAt, Instant limitAt, String boardComment,
                           boolean editable, String step, List<Remark> remarks, List<LineView> lines, Instant urgedAt, Said ended,
                           boolean mayGiveUp) {
    }

    /** A plan in a list of the caller's own. */
    public record MyPlan(Long id, Long campaign, int year, CampaignKind kind, String kindLabel, PlanState state, String stateLabel, int lines,
                         Instant limitAt, String unit) {
    }

    /** A cell to choose. */
    public record Choice(Long id, String cell, String commune, boolean special, String specialLabel, String lastVisit, List<LocalDateTime> meetings,
                         List<Remark> remarks, String why) {
    }

    /** One page of a list, and whether there is a next one. */
    public record Page<T>(List<T> items, boolean more) {

        /** @param found one more than a page when there is a next one */
        static <T> Page<T> of(List<T> found, int size) {
            return new Page<>(found.stream().limit(size).toList(), found.size() > size);
        }
    }

    /** A host in the campaign's list. */
    public record HostView(String unit, String state, String stateLabel, int lines, int otherDates, Instant limitAt, Instant answeredAt) {
    }

    /** How one kind of area comes off (ruling A12); month of the first visit "2027-01", null without any. */
    public record AreaFigures(int cells, int visited, int visits, String firstMonth) {
    }

    /** Visits of one month, commune or member. */
    public record Count(String label, int visits) {
    }

    /** A cell nobody goes to. */
    public record CellOnly(String cell, String commune) {
    }

    /**
     * Special areas against the others, and the visits by month, commune and member.
     *
     * @param neverVisited the first hundred of them, special ones first
     */
    public record Figures(AreaFigures special, AreaFigures others, List<CellOnly> neverVisited, int neverVisitedInAll, List<Count> months,
                          List<Count> communes, List<Count> members) {
    }

    /** The opinion of Thường trực; names of people. The own part is that of who gave the opinion on the whole. */
    public record Opinion(String by, String ownBy, Instant at, String note, String ownNote) {
    }

    /**
     * A campaign in a list.
     *
     * @param ended why it was ended; null otherwise
     */
    public record CampaignLine(Long id, String unit, int year, CampaignKind kind, String kindLabel, CampaignState state, String stateLabel,
                               String reason, int members, int sent, Instant startedAt, Instant limitAt, Said ended) {

        CampaignLine ended(Said why) {
            return new CampaignLine(id, unit, year, kind, kindLabel, state, stateLabel, reason, members, sent, startedAt, limitAt, why);
        }
    }

    /**
     * A campaign without its lists.
     *
     * @param faults     lines without cell or date
     * @param withoutAccount names of members who cannot write their plan themselves and have not sent it (situation C24)
     * @param staff      whether the caller may act as the board
     * @param mayEnd     whether the caller may give it up
     * @param adjustment what Thường trực wanted adjusted in an earlier round; null when it did not, or once the plan has been agreed to
     * @param ended      why it was ended; null otherwise
     */
    public record CampaignView(Long id, String unit, int year, CampaignKind kind, String kindLabel, CampaignState state, String stateLabel,
                               String reason, int members, int sent, int notSent, int toSupplement, int lines, int faults, int hosts, int answered,
                               int silent, int otherDates, List<String> withoutAccount, Instant limitAt, Opinion opinion, boolean staff,
                               boolean mayEnd, Said adjustment, Said ended) {
    }

    /** A line of the consolidated plan. */
    public record PlannedLine(Long id, Long plan, String member, String post, String cell, String commune, boolean special, String specialLabel,
                              LocalDateTime meetingAt, String theme, LineState state, String stateLabel) {
    }

    /**
     * A line as its host sees it: date and name, no remarks of others.
     *
     * @param replaced the visit whose place it takes, where that is at a cell of the same host; else null
     * @param gone     that nobody comes any more; null while the visit stands
     */
    public record RequestLine(Long id, String cell, String visitor, String post, LocalDateTime meetingAt, String theme, List<LocalDateTime> meetings,
                              String answer, LocalDateTime otherDate, String note, Replaced replaced, String gone) {
    }

    /** What a host is asked. */
    public record RequestView(Long id, String from, String host, int year, boolean open, long version, Instant limitAt, List<RequestLine> lines) {
    }

    /** A host's request in a list; `from` and `host` are the committees. */
    public record RequestSummary(Long id, String from, String host, int year, String stateLabel, int lines, Instant askedAt, Instant answeredAt) {
    }

    /** A campaign that the caller may open by hand. */
    public record Opens(String unit, String name, int year) {
    }

    /** For menus and pages: what there is for the caller. */
    public record About(boolean member, boolean staff, boolean leader, boolean host, List<Opens> opens) {
    }
}
