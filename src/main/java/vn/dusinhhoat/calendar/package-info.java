/** Working days and the rule by which a number of days becomes a limit (ADR 0002). */
@org.springframework.modulith.ApplicationModule(displayName = "Calendar")
package vn.dusinhhoat.calendar;
