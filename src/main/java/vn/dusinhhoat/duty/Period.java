package vn.dusinhhoat.duty;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A period of a cadence: a month, two months, a quarter or half a year of the calendar, in Vietnam.
 *
 * @param first its first month
 */
public record Period(Cadence cadence, YearMonth first) {

    private static final String[] ROMAN = {"I", "II", "III", "IV"};

    /** @throws IllegalArgumentException when no period of the cadence begins in this month */
    public Period {
        if ((first.getMonthValue() - 1) % cadence.months() != 0) {
            throw new IllegalArgumentException("no " + cadence + " period begins in " + first);
        }
    }

    /** The period that the day lies in. */
    public static Period of(Cadence cadence, LocalDate day) {
        int month = (day.getMonthValue() - 1) / cadence.months() * cadence.months() + 1;
        return new Period(cadence, YearMonth.of(day.getYear(), month));
    }

    public LocalDate firstDay() {
        return first.atDay(1);
    }

    public LocalDate lastDay() {
        return next().firstDay().minusDays(1);
    }

    public Period next() {
        return new Period(cadence, first.plusMonths(cadence.months()));
    }

    /** As people say it: "tháng 12/2026", "tháng 01 và 02/2027", "quý I/2027", "06 tháng đầu năm 2027". */
    public String label() {
        int month = first.getMonthValue();
        int year = first.getYear();
        return switch (cadence) {
            case MONTHLY -> "tháng %02d/%d".formatted(month, year);
            case TWO_MONTHLY -> "tháng %02d và %02d/%d".formatted(month, month + 1, year);
            case QUARTERLY -> "quý %s/%d".formatted(ROMAN[(month - 1) / 3], year);
            case HALF_YEARLY -> "06 tháng %s năm %d".formatted(month == 1 ? "đầu" : "cuối", year);
        };
    }
}
