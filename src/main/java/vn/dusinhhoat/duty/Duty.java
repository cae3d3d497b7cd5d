package vn.dusinhhoat.duty;

import vn.dusinhhoat.organization.BodyKind;

/**
 * What one post owes, a row of {@code duty.dmn}.
 *
 * @param planning   own annual plan, or assignment by the commune's committee
 * @param cadence    how often a visit is due
 * @param reportPath which report task a visit takes
 * @param receiver   kind of body, of the unit of the post, that receives the report
 */
public record Duty(Planning planning, Cadence cadence, ReportPath reportPath, BodyKind receiver) {

    /** How visits come to their cell and date (III.1a, III.2a). */
    public enum Planning { OWN_PLAN, ASSIGNMENT }
}
