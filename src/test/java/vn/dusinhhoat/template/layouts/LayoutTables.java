package vn.dusinhhoat.template.layouts;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** Tables of fixed widths, without lines to place things side by side, with lines for lists. */
final class LayoutTables {

    private static final int CELL_MARGIN = LayoutPage.twips(1.2);

    private LayoutTables() {
    }

    /** A column of a list. */
    record Column(String head, int millimetres, List<Line> lines) {
    }

    /** A paragraph of a cell. */
    record Line(String style, String text) {
    }

    static Column column(String head, int millimetres, String style, String text) {
        return new Column(head, millimetres, List.of(new Line(style, text)));
    }

    /** One row without lines; the cells are empty. */
    static XWPFTable plain(XWPFDocument document, int... widths) {
        XWPFTable table = fixed(document, 0, widths);
        table.removeBorders();
        return table;
    }

    /** A headed table whose one row comes for each of the values of a name; the heading is on every page. */
    static void list(XWPFDocument document, String each, List<Column> columns) {
        list(document, each, columns, true);
    }

    /** The same; a row may be longer than a page and goes on on the next one. */
    static void longList(XWPFDocument document, String each, List<Column> columns) {
        list(document, each, columns, false);
    }

    private static void list(XWPFDocument document, String each, List<Column> columns, boolean rowsWhole) {
        XWPFTable table = fixed(document, CELL_MARGIN, columns.stream().mapToInt(column -> LayoutPage.twips(column.millimetres())).toArray());
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        head.setCantSplitRow(true);
        XWPFTableRow row = table.createRow();
        row.setCantSplitRow(rowsWhole);
        int last = columns.size() - 1;
        for (int index = 0; index <= last; index++) {
            Column column = columns.get(index);
            paragraph(head.getCell(index), LayoutStyles.TABLE_HEAD, column.head());
            head.getCell(index).setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            for (Line line : column.lines()) {
                boolean first = index == 0 && line == column.lines().get(0);
                boolean end = index == last && line == column.lines().get(column.lines().size() - 1);
                paragraph(row.getCell(index), line.style(), (first ? "{{#" + each + "}}" : "") + line.text() + (end ? "{{/" + each + "}}" : ""));
            }
        }
    }

    static XWPFParagraph paragraph(XWPFTableCell cell, String style, String text) {
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        if (!paragraph.getRuns().isEmpty()) {
            paragraph = cell.addParagraph();
        }
        paragraph.setStyle(style);
        paragraph.createRun().setText(text);
        return paragraph;
    }

    private static XWPFTable fixed(XWPFDocument document, int margin, int... widths) {
        XWPFTable table = document.createTable(1, widths.length);
        CTTblPr properties = table.getCTTbl().getTblPr();
        (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout()).setType(STTblLayoutType.FIXED);
        side(properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW(), Arrays.stream(widths).sum());
        // Word measures to the text of the first cell: the table's line then stands at the margin.
        side(properties.isSetTblInd() ? properties.getTblInd() : properties.addNewTblInd(), margin);
        CTTblCellMar margins = properties.addNewTblCellMar();
        side(margins.addNewLeft(), margin);
        side(margins.addNewRight(), margin);
        if (table.getCTTbl().getTblGrid() == null) {
            table.getCTTbl().addNewTblGrid();
        }
        for (int index = 0; index < widths.length; index++) {
            table.getCTTbl().getTblGrid().addNewGridCol().setW(BigInteger.valueOf(widths[index]));
            table.getRow(0).getCell(index).setWidth(String.valueOf(widths[index]));
        }
        return table;
    }

    private static void side(CTTblWidth width, int twips) {
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(twips));
    }
}
