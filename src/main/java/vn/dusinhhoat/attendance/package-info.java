/** The visit to a cell meeting, its events, its report and the reception of the report. */
@org.springframework.modulith.ApplicationModule(displayName = "Attendance")
package vn.dusinhhoat.attendance;
