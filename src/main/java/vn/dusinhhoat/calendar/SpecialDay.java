package vn.dusinhhoat.calendar;

import java.time.LocalDate;

/**
 * A day that is not what its weekday says: a weekday off, or a Saturday or Sunday worked to make up for one.
 *
 * @param name   Vietnamese, as in explanations: "Quốc khánh"
 * @param source notice or clause it comes from
 */
public record SpecialDay(LocalDate day, Kind kind, String name, Status status, String source) {

    /** What the day is instead. */
    public enum Kind { OFF, WORKING }

    /** STATUTORY: from the Labour Code alone. UNCONFIRMED: counted, but nobody has seen the notice yet. */
    public enum Status { OFFICIAL, STATUTORY, UNCONFIRMED }

    private static final String OFF = "Nghỉ ";

    /** Whether nobody has seen the notice yet. */
    public boolean isUnconfirmed() {
        return status == Status.UNCONFIRMED;
    }

    /** In a sentence: "nghỉ Quốc khánh", "nghỉ hoán đổi"; says so when the day is not confirmed. */
    String inSentence() {
        String words = name.startsWith(OFF) ? "nghỉ " + name.substring(OFF.length()) : "nghỉ " + name;
        return isUnconfirmed() ? words + " (chờ xác nhận)" : words;
    }
}
