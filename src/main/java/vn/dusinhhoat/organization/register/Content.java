package vn.dusinhhoat.organization.register;

import vn.dusinhhoat.organization.workbook.RawCell;

/**
 * What the cells of a column hold: how it is read from a workbook, kept in a table and shown to people.
 *
 * @param <T> type of the value
 */
interface Content<T> {

    /**
     * Reads a cell that is not empty.
     *
     * @throws Unreadable with what is wrong and what to do
     */
    T read(RawCell cell) throws Unreadable;

    /** The class that the database driver returns. */
    Class<?> databaseType();

    @SuppressWarnings("unchecked")
    default T fromDatabase(Object value) {
        return (T) value;
    }

    default Object toDatabase(T value) {
        return value;
    }

    /** As people read it; also what a workbook says. */
    String show(T value);

    /** One short line for the instructions of the workbook. */
    String hint();
}
