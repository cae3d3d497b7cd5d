package vn.dusinhhoat.organization.imports;

import java.time.OffsetDateTime;

/**
 * One import as it stands.
 *
 * @param uploadedBy     user id
 * @param checkedAgainst number of the organisation's change that the preview was worked out against; null before
 * @param faultCount     mistakes found by the newest check
 * @param progress       of the running step, from 0 to 100
 * @param decidedBy      user id of who decided last; null when nobody has
 * @param finishedAt     when it was applied or cancelled
 */
public record OrganizationImport(Long id, String fileName, ImportState state, String uploadedBy, OffsetDateTime uploadedAt,
                                 Long checkedAgainst, int faultCount, int newCount, int changedCount, int endedCount,
                                 int progress, String decidedBy, OffsetDateTime finishedAt) {
}
