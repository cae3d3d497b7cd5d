package vn.dusinhhoat.organization.workbook;

import java.time.LocalDateTime;

/**
 * A cell as the file has it.
 *
 * @param type   what the cell holds
 * @param text   the text, or how the file writes the number; never null
 * @param number the number of NUMBER, DATE and TIME
 * @param moment the moment of DATE and TIME, otherwise null
 */
public record RawCell(Type type, String text, double number, LocalDateTime moment) {

    /** What a cell holds. A number formatted as a date is a DATE, below 1 a TIME. */
    public enum Type { TEXT, NUMBER, DATE, TIME, FORMULA, ERROR, BOOLEAN }

    static RawCell text(String text) {
        return new RawCell(Type.TEXT, text, 0, null);
    }

    static RawCell of(Type type, String text) {
        return new RawCell(type, text, 0, null);
    }
}
