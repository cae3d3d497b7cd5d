package vn.dusinhhoat.attendance;

/**
 * What is wrong with one answer of a report.
 *
 * @param field   component of {@link ReportAnswers}
 * @param message Vietnamese sentence shown beside the field
 */
public record ReportProblem(String field, String message) {
}
