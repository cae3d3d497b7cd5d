package vn.dusinhhoat.attendance;

import java.time.LocalDate;

/**
 * A limit that a document moves (situation C10).
 *
 * @param unitCode    commune of the visited cell
 * @param subject     whose report on which meeting, in Vietnamese
 * @param explanation sentence of the new limit
 */
public record ExtendedLimit(String unitCode, String unitName, String subject, LocalDate from, LocalDate to, String explanation,
                            Effect effect) {

    /** What the new limit does to the report. */
    public enum Effect {
        /** Its limit had not passed: task and timer move too. */
        MOVES,
        /** Reminding has begun: sent until the new limit it is on time, the ladder stays where it is. */
        LADDER_STAYS,
        /** Sent late, but until the new limit: it counts as on time. */
        ON_TIME_AFTER_ALL
    }
}
