package vn.dusinhhoat.attendance.form;

/**
 * The form that a report was started with and keeps (III.5a).
 *
 * @param form   version of the audience's form
 * @param rubric version of the rubric
 */
public record FormVersion(Audience audience, int form, int rubric) {

    /** Who writes: province and district members by their own plan (II.1), or the commune level as assigned (II.2). */
    public enum Audience { COMMITTEE, COMMUNE }
}
