package vn.dusinhhoat.template.layouts;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHeader;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/**
 * A layout being made: what all layouts of Party documents share (Guidance 36-HD/VPTW). Paragraph formats are named styles, so
 * that a clerk changes them in one place.
 */
final class LayoutPage {

    /** Twentieths of a point in a millimetre. */
    static final double TWIPS = 1440 / 25.4;
    static final int WIDTH = twips(210 - 30 - 15);
    private static final int LEFT = 4054;
    private static final int RIGHT = WIDTH - LEFT;
    /** How wide "ĐẢNG CỘNG SẢN VIỆT NAM" is in bold 15, and a little room against rounding: the line below it is as long. */
    private static final int PARTY_NAME = 4134 + 80;

    private final XWPFDocument document = new XWPFDocument();

    LayoutPage() {
        LayoutStyles.addTo(document);
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(twips(210)));
        size.setH(BigInteger.valueOf(twips(297)));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(twips(20)));
        margins.setBottom(BigInteger.valueOf(twips(20)));
        margins.setLeft(BigInteger.valueOf(twips(30)));
        margins.setRight(BigInteger.valueOf(twips(15)));
        margins.setHeader(BigInteger.valueOf(twips(8)));
        margins.setFooter(BigInteger.valueOf(twips(10)));
        margins.setGutter(BigInteger.ZERO);
        section.addNewTitlePg();
        pageNumbers();
    }

    static int twips(double millimetres) {
        return (int) Math.round(millimetres * TWIPS);
    }

    /** In the middle of the upper margin, from the second page on. */
    private void pageNumbers() {
        document.createHeader(HeaderFooterType.FIRST).createParagraph();
        XWPFHeader header = document.createHeader(HeaderFooterType.DEFAULT);
        XWPFParagraph number = header.createParagraph();
        number.setStyle(LayoutStyles.PAGE_NUMBER);
        number.getCTP().addNewFldSimple().setInstr("PAGE");
        XWPFParagraph draft = header.createParagraph();
        draft.setStyle(LayoutStyles.PAGE_NUMBER);
        draft.setAlignment(ParagraphAlignment.RIGHT);
        draft.createRun().setText("{{#Dự thảo}}DỰ THẢO{{/Dự thảo}}");
    }

    /** Heading, number, place and date, mark of a draft, type and summary. */
    void head() {
        XWPFTable table = LayoutTables.plain(document, LEFT, RIGHT);
        XWPFTableCell left = table.getRow(0).getCell(0);
        LayoutTables.paragraph(left, LayoutStyles.SUPERIOR, "{{#Có cơ quan cấp trên}}{{Cơ quan cấp trên}}{{/Có cơ quan cấp trên}}");
        LayoutTables.paragraph(left, LayoutStyles.ISSUER, "{{Cơ quan ban hành}}");
        LayoutTables.paragraph(left, LayoutStyles.SUPERIOR, "*");
        XWPFParagraph party = LayoutTables.paragraph(table.getRow(0).getCell(1), LayoutStyles.PARTY, "ĐẢNG CỘNG SẢN VIỆT NAM");
        party.setIndentationLeft((RIGHT - PARTY_NAME) / 2);
        party.setIndentationRight((RIGHT - PARTY_NAME) / 2);
        table.createRow();
        LayoutTables.paragraph(table.getRow(1).getCell(0), LayoutStyles.SUPERIOR, "Số {{Số, ký hiệu}}");
        LayoutTables.paragraph(table.getRow(1).getCell(1), LayoutStyles.PLACE_DATE, "{{Địa danh}}, {{Ngày ban hành}}");
        paragraph(LayoutStyles.DRAFT, "{{#Dự thảo}}DỰ THẢO{{/Dự thảo}}").setIndentationRight(RIGHT);
        paragraph(LayoutStyles.TYPE, "{{Tên loại}}");
        paragraph(LayoutStyles.SUMMARY, "{{Trích yếu}}");
        paragraph(LayoutStyles.DASHES, "-----");
    }

    /** Recipients on the left, who signs on the right; kept together on one page. */
    void foot() {
        paragraph(LayoutStyles.GAP, "").setKeepNext(true);
        XWPFTable table = LayoutTables.plain(document, LEFT, RIGHT);
        table.getRow(0).setCantSplitRow(true);
        XWPFTableCell left = table.getRow(0).getCell(0);
        LayoutTables.paragraph(left, LayoutStyles.RECIPIENTS_HEAD, "Nơi nhận:");
        LayoutTables.paragraph(left, LayoutStyles.RECIPIENT, "{{#Nơi nhận}}- {{Tên nơi nhận}},{{/Nơi nhận}}");
        LayoutTables.paragraph(left, LayoutStyles.RECIPIENT, "- {{Nơi lưu}}.");
        XWPFTableCell right = table.getRow(0).getCell(1);
        LayoutTables.paragraph(right, LayoutStyles.AUTHORITY, "{{#Ký thay mặt}}{{Quyền hạn ký}}{{/Ký thay mặt}}");
        LayoutTables.paragraph(right, LayoutStyles.AUTHORITY, "{{Chức vụ người ký}}");
        LayoutTables.paragraph(right, LayoutStyles.SIGNER, "{{Họ tên người ký}}");
    }

    XWPFParagraph paragraph(String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        paragraph.createRun().setText(text);
        return paragraph;
    }

    XWPFDocument document() {
        return document;
    }

    /** The same parts whenever it is made. */
    void writeTo(OutputStream out) throws IOException {
        document.getProperties().getCoreProperties().setCreator("Dự sinh hoạt");
        document.getProperties().getCoreProperties().setCreated(Optional.of(new Date(0)));
        document.write(out);
    }
}
