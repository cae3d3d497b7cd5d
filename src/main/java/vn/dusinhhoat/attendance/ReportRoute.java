package vn.dusinhhoat.attendance;

import java.util.List;
import vn.dusinhhoat.duty.ReportPath;
import vn.dusinhhoat.organization.Body;

/**
 * Where a report goes and how fast.
 *
 * @param path     which report task of the diagram
 * @param receiver body that receives the report
 * @param staff    ids of the groups that urge (ruling B5); may be empty
 * @param leader   whether the visitor belongs to the receiving body: nobody urges their own leader
 * @param above    whether a level above gets a line in its list
 */
public record ReportRoute(ReportPath path, Body receiver, List<String> staff, boolean leader, boolean above) {
}
