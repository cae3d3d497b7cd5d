package vn.dusinhhoat.calendar.lunar;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The Vietnamese lunar calendar, computed from moon and sun in UTC+7 (calendars for UTC+8 differ, for instance in 1985,
 * 2007 and 2030). Months begin on the day of the new moon; the month of the winter solstice is the 11th; of thirteen months
 * the first without a major solar term is the leap month. Formulas: J. Meeus, Astronomical Algorithms, 2nd edition,
 * chapters 25 and 49; good to about a minute for new moons, a quarter of an hour for solar terms.
 */
public final class LunarCalendar {

    static final int FIRST_YEAR = 1976;
    static final int LAST_YEAR = 2100;

    private static final double EPOCH_JULIAN = 2_440_587.5;
    private static final double ZONE = ZoneOffset.ofHours(7).getTotalSeconds() / 86_400.0;
    private static final double MEAN_MONTH = 29.530588861;
    private static final double FIRST_NEW_MOON = 2_451_550.09766;
    private static final int WINTER_SOLSTICE = 9;
    private static final List<String> STEMS = List.of("Canh", "Tân", "Nhâm", "Quý", "Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ");
    private static final List<String> BRANCHES =
            List.of("Thân", "Dậu", "Tuất", "Hợi", "Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi");

    private LunarCalendar() {
    }

    /** First day of the lunar year that begins in this year. */
    public static LocalDate newYear(int year) {
        return day(year, 1, 1);
    }

    /** Name of the lunar year: "Bính Ngọ". */
    public static String yearName(int year) {
        return STEMS.get(Math.floorMod(year, STEMS.size())) + " " + BRANCHES.get(Math.floorMod(year, BRANCHES.size()));
    }

    /**
     * A day of an ordinary (not leap) month of the first ten.
     *
     * @param year  the lunar year that begins in this year of the common calendar
     * @param month 1 to 10
     * @throws IllegalArgumentException for years that the formulas are not meant for
     */
    public static LocalDate day(int year, int month, int dayOfMonth) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException("Lịch âm chỉ tính cho các năm " + FIRST_YEAR + " đến " + LAST_YEAR + ": " + year);
        }
        List<LocalDate> starts = monthsFromSolstice(year - 1);
        int leap = starts.size() > 13 ? leapAmong(starts) : Integer.MAX_VALUE;
        // Month 11 of the year before stands at 0, month 12 at 1, month 1 at 2; a leap month before shifts by one.
        int index = month + 1;
        return starts.get(index >= leap ? index + 1 : index).plusDays(dayOfMonth - 1L);
    }

    /** First days of the months from month 11 of the year to month 11 of the next, both included. */
    private static List<LocalDate> monthsFromSolstice(int year) {
        LocalDate end = eleventhMonth(year + 1);
        List<LocalDate> starts = new ArrayList<>();
        LocalDate start = eleventhMonth(year);
        for (int lunation = lunationNear(start); !start.isAfter(end); start = newMoon(++lunation)) {
            starts.add(start);
        }
        return starts;
    }

    private static int leapAmong(List<LocalDate> starts) {
        for (int index = 1; index < starts.size() - 1; index++) {
            if (term(starts.get(index)) == term(starts.get(index + 1))) {
                return index;
            }
        }
        throw new IllegalStateException("no leap month among thirteen from " + starts.get(0));
    }

    private static LocalDate eleventhMonth(int year) {
        int lunation = lunationNear(LocalDate.of(year, 12, 31));
        LocalDate start = newMoon(lunation);
        while (term(start) >= WINTER_SOLSTICE || start.getYear() > year) {
            start = newMoon(--lunation);
        }
        return start;
    }

    /** The lunation that begins nearest to the day. */
    private static int lunationNear(LocalDate day) {
        return (int) Math.round((day.toEpochDay() + EPOCH_JULIAN - FIRST_NEW_MOON) / MEAN_MONTH);
    }

    /** Day of the new moon in Vietnam; lunation 0 is that of 6 January 2000. */
    static LocalDate newMoon(int lunation) {
        double k = lunation;
        double t = k / 1236.85;
        double julian = FIRST_NEW_MOON + MEAN_MONTH * k + 0.00015437 * t * t - 0.000000150 * t * t * t + periodic(k, t);
        return LocalDate.ofEpochDay((long) Math.floor(julian - deltaT(julian) - EPOCH_JULIAN + ZONE));
    }

    private static double periodic(double k, double t) {
        double e = 1 - 0.002516 * t - 0.0000074 * t * t;
        double sun = Math.toRadians(2.5534 + 29.10535670 * k - 0.0000014 * t * t);
        double moon = Math.toRadians(201.5643 + 385.81693528 * k + 0.0107582 * t * t);
        double f = Math.toRadians(160.7108 + 390.67050284 * k - 0.0016118 * t * t);
        double node = Math.toRadians(124.7746 - 1.56375588 * k + 0.0020672 * t * t);
        return -0.40720 * Math.sin(moon) + 0.17241 * e * Math.sin(sun) + 0.01608 * Math.sin(2 * moon)
                + 0.01039 * Math.sin(2 * f) + 0.00739 * e * Math.sin(moon - sun) - 0.00514 * e * Math.sin(moon + sun)
                + 0.00208 * e * e * Math.sin(2 * sun) - 0.00111 * Math.sin(moon - 2 * f) - 0.00057 * Math.sin(moon + 2 * f)
                + 0.00056 * e * Math.sin(2 * moon + sun) - 0.00042 * Math.sin(3 * moon) + 0.00042 * e * Math.sin(sun + 2 * f)
                + 0.00038 * e * Math.sin(sun - 2 * f) - 0.00024 * e * Math.sin(2 * moon - sun) - 0.00017 * Math.sin(node)
                - 0.00007 * Math.sin(moon + 2 * sun) + 0.00004 * Math.sin(2 * moon - 2 * f) + 0.00004 * Math.sin(3 * sun);
    }

    /** Which twelfth of the ecliptic the sun is in when the day begins in Vietnam; 0 from the spring equinox on. */
    private static int term(LocalDate day) {
        double julian = day.toEpochDay() + EPOCH_JULIAN - ZONE;
        double t = (julian + deltaT(julian) - 2_451_545.0) / 36_525;
        double anomaly = Math.toRadians(357.52911 + 35_999.05029 * t - 0.0001537 * t * t);
        double centre = (1.914602 - 0.004817 * t) * Math.sin(anomaly) + (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly)
                + 0.000289 * Math.sin(3 * anomaly);
        double longitude = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t + centre
                - 0.00569 - 0.00478 * Math.sin(Math.toRadians(125.04 - 1_934.136 * t));
        return (int) ((longitude % 360 + 360) % 360 / 30);
    }

    /** Uniform time minus clock time, in days (Espenak and Meeus, for 2005 to 2050). */
    private static double deltaT(double julian) {
        double years = (julian - 2_451_545.0) / 365.25;
        return (62.92 + 0.32217 * years + 0.005589 * years * years) / 86_400;
    }
}
