package vn.dusinhhoat.calendar;

import java.time.LocalDate;

/**
 * What a limit counts from.
 *
 * @param day      in Vietnam; it is not counted itself
 * @param sentence Vietnamese beginning of the limit's explanation: "Họp thứ Sáu, 03/4/2026"
 */
public record LimitStart(LocalDate day, String sentence) {

    /** The meeting itself (III.1b, III.2c). */
    public static LimitStart meeting(LocalDate meeting) {
        return new LimitStart(meeting, "Họp " + WorkingCalendar.named(meeting));
    }

    /**
     * The meeting, or the day on which the system made its visit when that was later: nobody is late because the system
     * stood still.
     *
     * @param made null for a visit that was there in time
     */
    public static LimitStart of(LocalDate meeting, LocalDate made) {
        return made == null || !made.isAfter(meeting) ? meeting(meeting)
                : new LimitStart(made, "Họp " + WorkingCalendar.named(meeting) + "; tính từ ngày hệ thống tạo lượt dự "
                + WorkingCalendar.named(made) + ", do hệ thống tạo muộn");
    }
}
