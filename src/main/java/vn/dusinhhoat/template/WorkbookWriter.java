package vn.dusinhhoat.template;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import vn.dusinhhoat.template.SheetSpec.ColumnSpec;
import vn.dusinhhoat.template.SheetSpec.Format;
import vn.dusinhhoat.platform.OutsideText;

/** Writes a workbook as a stream: headings, formats and choices that help people to fill it, and what is known already. */
public final class WorkbookWriter implements AutoCloseable {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int LAST_FILLED_LINE = 20_000;
    private static final int CHARACTER_WIDTH = 256;
    private static final int LONGEST_CELL = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    private static final String CUT_NOTE = "… (ô Excel chứa tối đa 32.767 ký tự, phần còn lại xem trên hệ thống)";

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final Map<Format, CellStyle> styles = new EnumMap<>(Format.class);
    private final Map<List<String>, String> ranges = new LinkedHashMap<>();
    private final CellStyle header;
    private final CellStyle requiredHeader;
    private final CellStyle paragraph;
    private SXSSFSheet sheet;
    private SheetSpec spec;
    private int line;

    public WorkbookWriter() {
        workbook.setCompressTempFiles(true);
        for (Map.Entry<Format, String> format : Map.of(Format.TEXT, "@", Format.DATE, "dd/mm/yyyy", Format.TIME, "hh:mm",
                Format.NUMBER, "0", Format.RATIO, "0.00").entrySet()) {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format.getValue()));
            styles.put(format.getKey(), style);
        }
        header = headerStyle(IndexedColors.GREY_25_PERCENT);
        requiredHeader = headerStyle(IndexedColors.LIGHT_YELLOW);
        paragraph = workbook.createCellStyle();
        paragraph.setWrapText(true);
    }

    private CellStyle headerStyle(IndexedColors color) {
        Font bold = workbook.createFont();
        bold.setBold(true);
        CellStyle style = workbook.createCellStyle();
        style.setFont(bold);
        style.setFillForegroundColor(color.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setWrapText(true);
        return style;
    }

    /** A sheet of plain text, one paragraph a line. */
    public void textSheet(String name, List<String> paragraphs) {
        SXSSFSheet text = workbook.createSheet(name);
        text.setColumnWidth(0, 120 * CHARACTER_WIDTH);
        for (int index = 0; index < paragraphs.size(); index++) {
            Cell cell = text.createRow(index).createCell(0);
            cell.setCellStyle(paragraph);
            cell.setCellValue(paragraphs.get(index));
        }
    }

    /** A sheet with lists side by side; columns with these choices then offer them. */
    public void listSheet(String name, Map<String, List<String>> lists) {
        SXSSFSheet target = workbook.createSheet(name);
        int longest = lists.values().stream().mapToInt(List::size).max().orElse(0);
        for (int index = -1; index < longest; index++) {
            Row row = target.createRow(index + 1);
            int column = 0;
            for (Map.Entry<String, List<String>> list : lists.entrySet()) {
                Cell cell = row.createCell(column);
                if (index < 0) {
                    target.setColumnWidth(column, 30 * CHARACTER_WIDTH);
                    cell.setCellStyle(header);
                    cell.setCellValue(list.getKey());
                    String letter = CellReference.convertNumToColString(column);
                    ranges.put(list.getValue(), "'" + name + "'!$" + letter + "$2:$" + letter + "$" + (list.getValue().size() + 1));
                } else if (index < list.getValue().size()) {
                    cell.setCellValue(list.getValue().get(index));
                }
                column++;
            }
        }
    }

    /** Begins a sheet; its lines follow. */
    public void sheet(SheetSpec wanted) {
        spec = wanted;
        sheet = workbook.createSheet(wanted.name());
        sheet.createFreezePane(0, 1);
        line = 0;
        Row row = sheet.createRow(line++);
        for (int index = 0; index < wanted.columns().size(); index++) {
            ColumnSpec column = wanted.columns().get(index);
            sheet.setColumnWidth(index, column.width() * CHARACTER_WIDTH);
            sheet.setDefaultColumnStyle(index, styles.get(column.format()));
            Cell cell = row.createCell(index);
            cell.setCellStyle(column.required() ? requiredHeader : header);
            cell.setCellValue(column.header());
            offerChoices(index, column);
        }
    }

    private void offerChoices(int index, ColumnSpec column) {
        if (column.choices().isEmpty()) {
            return;
        }
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation choice = helper.createValidation(helper.createFormulaListConstraint(ranges.get(column.choices())),
                new CellRangeAddressList(1, LAST_FILLED_LINE, index, index));
        choice.setShowErrorBox(true);
        choice.createErrorBox("Giá trị không có trong danh mục", "Chọn một giá trị trong danh sách.");
        sheet.addValidationData(choice);
    }

    /** Makes the present sheet a list to search in and to print: filters, landscape, as wide as a page, headings on each. */
    public void asList() {
        sheet.setAutoFilter(new CellRangeAddress(0, line - 1, 0, spec.columns().size() - 1));
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.getPrintSetup().setLandscape(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    /** @param values text, LocalDate, LocalTime, Integer, Double or null, in the order of the columns */
    public void line(Object[] values) {
        Row row = sheet.createRow(line++);
        for (int index = 0; index < values.length; index++) {
            if (values[index] != null) {
                Cell cell = row.createCell(index);
                cell.setCellStyle(styles.get(spec.columns().get(index).format()));
                fill(cell, values[index]);
            }
        }
    }

    private static void fill(Cell cell, Object value) {
        if (value instanceof LocalDate day) {
            cell.setCellValue(day);
        } else if (value instanceof LocalTime time) {
            cell.setCellValue(DateUtil.convertTime(time.toString() + ":00"));
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else {
            cell.setCellValue(fitting(String.valueOf(value)));
        }
    }

    /** A text cell is a text, whatever it begins with: nothing written here is ever a formula (row C14). */
    private static String fitting(String text) {
        return text.length() <= LONGEST_CELL ? text : OutsideText.cut(text, LONGEST_CELL - CUT_NOTE.length()) + CUT_NOTE;
    }

    /** Writes everything; the stream stays open. */
    public void writeTo(OutputStream out) throws IOException {
        workbook.write(out);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
