package vn.dusinhhoat.attendance.form;

/**
 * What is wrong with one answer of a report.
 *
 * @param field   name of the field; in a row {@code recommendationRows[2].content}, rows counted from 0; of a score
 *                {@code visitorScore.discipline}
 * @param message Vietnamese sentence shown beside the field
 */
public record ReportProblem(String field, String message) {
}
