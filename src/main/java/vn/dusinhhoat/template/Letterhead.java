package vn.dusinhhoat.template;

import java.time.LocalDate;

/**
 * The head of a Party document (Guidance 36-HD/VPTW).
 *
 * @param superiorBody body above the issuing one, in any case; empty for a province committee
 * @param issuingBody  body that issues the document, in any case
 * @param number       number in the register of the office; null while it has none, then the place is left blank
 * @param symbol       what follows the number: "KH/TU"
 * @param place        place of issue: "Nghệ An"
 * @param date         day of issue, in Vietnam; null while there is none, then the places are left blank
 */
public record Letterhead(String superiorBody, String issuingBody, String number, String symbol, String place, LocalDate date) {

    /** The same after the office has entered it in its register. */
    public Letterhead entered(String newNumber, LocalDate day) {
        return new Letterhead(superiorBody, issuingBody, newNumber, symbol, place, day);
    }
}
