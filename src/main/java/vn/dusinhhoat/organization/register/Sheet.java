package vn.dusinhhoat.organization.register;

import java.time.LocalDate;
import java.util.List;

/** A sheet of the register: one kind of fact about the organisation. */
final class Sheet {

    private final String name;
    private final String purpose;
    private final List<Column<?>> columns;
    private List<Column<?>> key;
    private Column<String> unit;
    private Column<LocalDate> from;
    private Column<LocalDate> to;
    private Column<?> strike;

    Sheet(String name, String purpose, List<Column<?>> columns) {
        this.name = name;
        this.purpose = purpose;
        this.columns = columns;
    }

    Sheet keyedBy(Column<?>... keyColumns) {
        this.key = List.of(keyColumns);
        return this;
    }

    /** The column with the code of the unit that a row is about; without it the sheet's rows belong to people. */
    Sheet about(Column<String> unitColumn) {
        this.unit = unitColumn;
        return this;
    }

    Sheet lasting(Column<LocalDate> fromColumn, Column<LocalDate> toColumn) {
        this.from = fromColumn;
        this.to = toColumn;
        return this;
    }

    /** A column whose mark takes back a row that was recorded by mistake. */
    Sheet struckBy(Column<?> strikeColumn) {
        this.strike = strikeColumn;
        return this;
    }

    String name() {
        return name;
    }

    /** One sentence for the instructions. */
    String purpose() {
        return purpose;
    }

    List<Column<?>> columns() {
        return columns;
    }

    int indexOf(Column<?> column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new IllegalArgumentException("column " + column.header() + " is not on sheet " + name);
        }
        return index;
    }

    List<Column<?>> key() {
        return key;
    }

    Column<String> unit() {
        return unit;
    }

    /** First day of the span; null on sheets without spans. */
    Column<LocalDate> from() {
        return from;
    }

    /** Last day; null on sheets on which nothing ends. */
    Column<LocalDate> to() {
        return to;
    }

    /** Null on sheets whose rows are never taken back. */
    Column<?> strike() {
        return strike;
    }

    @Override
    public String toString() {
        return name;
    }
}
