package vn.dusinhhoat.calendar;

import java.time.LocalDate;

/**
 * What the days of a limit are counted from; the day itself is not counted.
 *
 * @param event Vietnamese, for the explanation
 * @param day   in Vietnam
 */
public record LimitStart(String event, LocalDate day) {

    /** The meeting, as the plan has it (III.1b, III.2c). */
    public static LimitStart meeting(LocalDate day) {
        return new LimitStart("Họp", day);
    }

    /** The system planned the visit after its meeting, because it stood still: nobody is late for that. */
    public static LimitStart madeLate(LocalDate day) {
        return new LimitStart("Hệ thống tạo lượt dự muộn, tính từ", day);
    }
}
