package vn.dusinhhoat.attendance.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;

/** What was typed, read as what it should be; null where it cannot be read so. */
final class TypedValue {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    /** A Vietnamese keyboard writes a comma. */
    private static final Pattern POINTS = Pattern.compile("[0-9]{1,3}([.,][0-9]{1,2})?");

    private TypedValue() {
    }

    static Integer number(String typed) {
        return NUMBER.matcher(typed.strip()).matches() ? Integer.valueOf(typed.strip()) : null;
    }

    static BigDecimal points(String typed) {
        return POINTS.matcher(typed.strip()).matches() ? new BigDecimal(typed.strip().replace(',', '.')) : null;
    }

    static boolean isYesOrNo(String typed) {
        return "YES".equals(typed) || "NO".equals(typed);
    }

    static LocalTime time(String typed) {
        try {
            return LocalTime.parse(typed.strip(), TIME);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** ISO, as browsers send what was chosen. */
    static LocalDate date(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
