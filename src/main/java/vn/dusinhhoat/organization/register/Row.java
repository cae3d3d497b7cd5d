package vn.dusinhhoat.organization.register;

import java.util.Arrays;
import java.util.List;

/** A line of a sheet, from the tables or from a workbook. */
final class Row {

    private final Sheet sheet;
    private final Integer line;
    private final Object[] values;

    /**
     * @param line   line in the workbook, counted from 1; null for what the tables have
     * @param values in the order of the sheet's columns; null where a cell is empty
     */
    Row(Sheet sheet, Integer line, Object[] values) {
        this.sheet = sheet;
        this.line = line;
        this.values = values;
    }

    Sheet sheet() {
        return sheet;
    }

    Integer line() {
        return line;
    }

    @SuppressWarnings("unchecked")
    <T> T get(Column<T> column) {
        return (T) values[sheet.indexOf(column)];
    }

    /** The same row with another value. */
    <T> Row with(Column<T> column, T value) {
        Object[] changed = values.clone();
        changed[sheet.indexOf(column)] = value;
        return new Row(sheet, line, changed);
    }

    String show(Column<?> column) {
        return column.show(values[sheet.indexOf(column)]);
    }

    /** What tells the row from all others of its sheet. */
    List<Object> key() {
        return sheet.key().stream().map(column -> values[sheet.indexOf(column)]).toList();
    }

    /** Whether everything that makes the key is there. */
    boolean hasKey() {
        return sheet.key().stream().allMatch(column -> values[sheet.indexOf(column)] != null);
    }

    boolean sameValues(Row other) {
        return Arrays.equals(values, other.values);
    }

    Object[] values() {
        return values;
    }
}
