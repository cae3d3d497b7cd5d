package vn.dusinhhoat.calendar;

import java.time.LocalDate;

/**
 * An open limit that a change of the calendar moves.
 *
 * @param unitCode    unit that people look for it under
 * @param subject     what the limit is for, in Vietnamese
 * @param to          new last day
 * @param explanation sentence of the new limit
 * @param kept        the limit has passed: it stays as it is
 */
public record MovedLimit(String unitCode, String unitName, String subject, LocalDate from, LocalDate to, String explanation,
                         boolean kept) {
}
