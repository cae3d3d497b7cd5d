package vn.dusinhhoat.calendar;

import java.time.LocalDate;

/**
 * More time by a document (situation C10): so many days more, or until a day.
 *
 * @param moreDays days after the limit that the calendar gives, counted as the installation counts; null with a day
 * @param lastDay  new last day; null with a number of days
 * @param document as in a sentence: "Công văn số 12-CV/TU"
 */
public record Extension(Integer moreDays, LocalDate lastDay, String document) {

    /** The extended limit; a last day that is off moves on to the next working day, an earlier one changes nothing. */
    Limit of(Limit counted, WorkingCalendar calendar) {
        LocalDate day = moreDays != null ? calendar.later(counted.lastDay(), moreDays) : calendar.firstWorkingDayFrom(lastDay);
        if (!day.isAfter(counted.lastDay())) {
            return counted;
        }
        String sentence = counted.explanation();
        return new Limit(day, "%s; gia hạn đến hết ngày %s theo %s.".formatted(sentence.substring(0, sentence.length() - 1),
                WorkingCalendar.named(day), document));
    }
}
