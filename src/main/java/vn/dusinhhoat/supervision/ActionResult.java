package vn.dusinhhoat.supervision;

import java.util.List;

/**
 * What has become of an action on several rows, each for itself.
 *
 * @param done how many were done
 */
public record ActionResult(int done, List<RowResult> rows) {

    /** Whether it was done, refused, or is not there for the caller. */
    public enum Outcome { DONE, REFUSED, NOT_FOUND }

    /**
     * One row.
     *
     * @param title   of the task; null when it is not there
     * @param message why it was not done, or what else there is to know of it, in Vietnamese; null without either
     */
    public record RowResult(String taskId, String title, Outcome outcome, String message) {
    }

    static ActionResult of(List<RowResult> rows) {
        return new ActionResult((int) rows.stream().filter(row -> row.outcome() == Outcome.DONE).count(), rows);
    }
}
