package vn.dusinhhoat.attendance.files;

/**
 * A file of a report, without its content.
 *
 * @param size in bytes
 */
public record ReportFile(Long id, String name, int size) {
}
