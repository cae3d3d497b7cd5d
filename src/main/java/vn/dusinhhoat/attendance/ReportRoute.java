package vn.dusinhhoat.attendance;

import vn.dusinhhoat.duty.ReportPath;
import vn.dusinhhoat.organization.Body;

/**
 * Where a report goes and how fast.
 *
 * @param path     which report task of the diagram
 * @param receiver body that receives the report
 */
public record ReportRoute(ReportPath path, Body receiver) {
}
