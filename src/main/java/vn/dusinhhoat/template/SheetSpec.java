package vn.dusinhhoat.template;

import java.util.List;

/**
 * A sheet to be written.
 *
 * @param name    name of the sheet
 * @param columns in order
 */
public record SheetSpec(String name, List<ColumnSpec> columns) {

    /**
     * A column to be written.
     *
     * @param width   in characters
     * @param choices what may be chosen; empty for free content
     */
    public record ColumnSpec(String header, boolean required, Format format, int width, List<String> choices) {
    }

    /** How cells are formatted, also the empty ones that people fill. */
    public enum Format { TEXT, DATE, TIME, NUMBER, RATIO }
}
