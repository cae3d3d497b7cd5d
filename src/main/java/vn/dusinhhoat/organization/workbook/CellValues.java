package vn.dusinhhoat.organization.workbook;

import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import vn.dusinhhoat.organization.workbook.RawCell.Type;

/** From what a cell's element says to what people see in it. */
final class CellValues {

    private final SharedStrings strings;
    private final StylesTable styles;
    private final boolean date1904;

    /** @param strings may be null: a workbook without texts has none */
    CellValues(SharedStrings strings, StylesTable styles, boolean date1904) {
        this.strings = strings;
        this.styles = styles;
        this.date1904 = date1904;
    }

    /**
     * The value of a cell.
     *
     * @param type    the element's "t"; null for a number
     * @param style   the element's "s"; null for none
     * @param formula whether the cell computes its value
     * @param value   text of the element "v" or "is"; null when it has neither
     * @return null for an empty cell
     */
    RawCell of(String type, String style, boolean formula, String value) {
        if (formula) {
            return RawCell.of(Type.FORMULA, value == null ? "" : value);
        }
        if (value == null || value.isEmpty()) {
            return null;
        }
        return switch (type == null ? "n" : type) {
            case "s" -> text(strings.getItemAt(Integer.parseInt(value)).getString());
            case "inlineStr", "str", "d" -> text(value);
            case "b" -> RawCell.of(Type.BOOLEAN, value);
            case "e" -> RawCell.of(Type.ERROR, value);
            default -> number(value, style);
        };
    }

    /** Only spaces: people see an empty cell, so it is one. */
    private static RawCell text(String text) {
        return text.isBlank() ? null : RawCell.text(text);
    }

    private RawCell number(String value, String style) {
        double number = Double.parseDouble(value);
        if (style != null && isDate(Integer.parseInt(style)) && DateUtil.isValidExcelDate(number)) {
            return new RawCell(number < 1 ? Type.TIME : Type.DATE, value, number, DateUtil.getLocalDateTime(number, date1904));
        }
        return new RawCell(Type.NUMBER, value, number, null);
    }

    private boolean isDate(int style) {
        if (styles == null || style >= styles.getNumCellStyles()) {
            return false;
        }
        XSSFCellStyle found = styles.getStyleAt(style);
        return DateUtil.isADateFormat(found.getDataFormat(), found.getDataFormatString());
    }
}
