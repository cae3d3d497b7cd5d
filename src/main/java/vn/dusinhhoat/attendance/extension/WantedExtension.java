package vn.dusinhhoat.attendance.extension;

import java.time.LocalDate;
import java.util.List;
import vn.dusinhhoat.platform.Typed;

/**
 * An extension as somebody typed it, not checked.
 *
 * @param communes       codes
 * @param meetingsFrom   first day of the meetings that it is about
 * @param meetingsTo     last day of them
 * @param moreDays       days after the limit of the calendar; null with a day
 * @param lastDay        new last day; null with a number of days
 * @param documentNumber "12-CV/TU"
 */
public record WantedExtension(@Typed(value = "xã, phường", as = Typed.Shape.LINE) List<String> communes,
                              LocalDate meetingsFrom, LocalDate meetingsTo, Integer moreDays, LocalDate lastDay,
                              DocumentKind documentKind,
                              @Typed(value = "số, ký hiệu văn bản", as = Typed.Shape.LINE) String documentNumber,
                              LocalDate documentDate, @Typed(value = "lý do", as = Typed.Shape.LINE) String reason) {

    /** As in a sentence: "Công văn số 12-CV/TU". */
    String document() {
        return documentKind.label() + " số " + documentNumber;
    }
}
