package vn.dusinhhoat.attendance.extension;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import vn.dusinhhoat.calendar.Extension;

/**
 * One extension as it stands.
 *
 * @param scopeUnitId    unit whose staff decide: only reports that it or a unit below it receives are moved
 * @param document       as in a sentence: "Công văn số 12-CV/TU"
 * @param startedBy      user id
 * @param decidedBy      user id; null when nobody has decided
 * @param finishedAt     when it was applied or cancelled
 * @param extendedCount  open reports whose limit moved when it was applied
 * @param onTimeCount    reports sent late that count as on time since
 */
public record LimitExtension(Long id, ExtensionState state, Long scopeUnitId, String scopeUnitName, LocalDate meetingsFrom,
                             LocalDate meetingsTo, Integer moreDays, LocalDate lastDay, String document, LocalDate documentDate,
                             String reason, String startedBy, OffsetDateTime startedAt, String decidedBy,
                             OffsetDateTime finishedAt, int extendedCount, int onTimeCount) {

    Extension terms() {
        return new Extension(moreDays, lastDay, document);
    }
}
