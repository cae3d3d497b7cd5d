package vn.dusinhhoat.organization.register;

/**
 * A column of a sheet of the register.
 *
 * @param header   first line of the column, Vietnamese
 * @param required whether every line has a value
 * @param note     what to know beyond the content's own hint; may be empty
 * @param <T>      type of the values
 */
record Column<T>(String header, Content<T> content, boolean required, String note) {

    static <T> Column<T> required(String header, Content<T> content, String note) {
        return new Column<>(header, content, true, note);
    }

    static <T> Column<T> optional(String header, Content<T> content, String note) {
        return new Column<>(header, content, false, note);
    }

    @SuppressWarnings("unchecked")
    String show(Object value) {
        return value == null ? "" : content.show((T) value);
    }

    @SuppressWarnings("unchecked")
    Object toDatabase(Object value) {
        return value == null ? null : content.toDatabase((T) value);
    }

    /** Columns are told apart by what they are, not by what they say. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
