package vn.dusinhhoat.supervision;

import java.time.OffsetDateTime;

/**
 * What a case is about, as a row of the board shows it: never a text of a report, never the name of who spoke at a meeting.
 *
 * @param sentence  "Chi bộ xóm 2, họp thứ Sáu, 03/4/2026, đồng chí …"
 * @param receiver  body that is to receive the result; null when not known
 * @param reason    sentence of the limit; null when the diagram says it
 * @param step      how far the ladder has come; null before and where there is none
 * @param stepLabel in Vietnamese
 * @param urged     how often somebody has urged
 * @param urgedAt   the last time; null when nobody has
 */
public record Subject(String sentence, String receiver, String reason, String step, String stepLabel, int urged, OffsetDateTime urgedAt) {

    /** What only has to be named. */
    public static Subject of(String sentence) {
        return new Subject(sentence, null, null, null, null, 0, null);
    }
}
