package vn.dusinhhoat.organization.register;

import vn.dusinhhoat.platform.OutsideText;

/**
 * Something in a workbook that must be mended before it can be applied. All texts are Vietnamese.
 *
 * @param sheet   name of the sheet; null when it is about the whole file
 * @param line    line counted from 1; null when it is about the whole sheet
 * @param column  header of the column; null when it is about the whole line
 * @param value   what the cell says, shortened; may be empty
 * @param problem what is wrong
 * @param remedy  what to do
 */
public record Fault(String sheet, Integer line, String column, String value, String problem, String remedy) {

    private static final int LONGEST_VALUE = 80;
    private static final int LONGEST_NAME = 50;

    /** A file may hold anything, also where Excel would not let people write it: only what can be seen is repeated. */
    public Fault {
        sheet = sheet == null ? null : shown(sheet, LONGEST_NAME);
        column = column == null ? null : shown(column, LONGEST_NAME);
        value = value == null ? "" : shown(value, LONGEST_VALUE + 1);
    }

    private static String shown(String text, int longest) {
        return OutsideText.shortened(OutsideText.shown(OutsideText.cut(text, 2 * longest)), longest);
    }

    /** A fault of the whole file. */
    public static Fault ofFile(String problem, String remedy) {
        return new Fault(null, null, null, "", problem, remedy);
    }

    /** A fault of a sheet. */
    public static Fault ofSheet(String sheet, String value, String problem, String remedy) {
        return new Fault(sheet, null, null, value, problem, remedy);
    }

    static Fault of(Row row, Column<?> column, String problem, String remedy) {
        return new Fault(row.sheet().name(), row.line(), column.header(), row.show(column), problem, remedy);
    }

    /** Where it is, for messages in one line. */
    public String place() {
        return (sheet == null ? "Tệp" : "Trang \"" + sheet + "\"") + (line == null ? "" : ", dòng " + line)
                + (column == null ? "" : ", cột \"" + column + "\"") + (value.isEmpty() ? "" : ", giá trị \"" + value + "\"");
    }
}
