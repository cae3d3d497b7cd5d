package vn.dusinhhoat.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/**
 * The board at a moment. Counts are of everything that the caller sees, whatever is asked of the rows; they are null when
 * only rows are asked for.
 *
 * @param soonUntil last day of what is due soon
 * @param system    for administrators; else null
 */
public record BoardView(OffsetDateTime asOf, LocalDate soonUntil, Scope scope, Totals totals, List<UnitCount> units, List<KindCount> kinds,
                        List<StepCount> steps, List<ReceiverCount> receivers, ReportMonths.Trend trend, Rows rows, StuckParts system) {

    /** What the caller is. */
    public record Scope(boolean mayAct, boolean administrator) {
    }

    /** @param oldestDueAt null when nothing is late or due soon */
    public record Totals(int late, int soon, OffsetDateTime oldestDueAt) {
    }

    /**
     * A unit in which, or below which, something is late or due soon.
     *
     * @param parent    code of the unit above, if that one is in the list
     * @param lateBelow of the unit and of everything below it
     */
    public record UnitCount(String code, String name, String level, String parent, int late, int soon, int lateBelow, int soonBelow) {
    }

    public record KindCount(String kind, String label, int late, int soon, OffsetDateTime oldestDueAt) {
    }

    /** Late reports that have come so far; those for which no step has been taken yet are in none. */
    public record StepCount(String step, String label, int count) {
    }

    /** Late reports that a body is to receive. */
    public record ReceiverCount(Long id, String name, int count) {
    }

    /** @param total how many rows fit altogether */
    public record Rows(int total, int page, int pages, List<RowView> items) {
    }

    /**
     * Something late or due soon.
     *
     * @param who     who owes it: a person, or a body; null when nobody is known
     * @param holder  of a body's task: who has taken it; null for members of a Thường trực and while nobody has
     * @param days    late: whole days since the last one; else days that are left
     * @param dueText the same in Vietnamese
     * @param step    see {@link Subject}
     * @param actions what the caller may do about it
     */
    public record RowView(String taskId, String instanceId, String definitionId, String process, String element, String kind,
                          String kindLabel, String title, String unitCode, String unitName, String who, boolean isBody, String holder,
                          String subject, String receiver, OffsetDateTime dueAt, boolean late, long days, String dueText, String step,
                          String stepLabel, int urged, OffsetDateTime urgedAt, Set<BoardAction> actions) {
    }
}
