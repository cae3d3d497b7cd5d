package vn.dusinhhoat.template.layouts;

import static org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc.BOTH;
import static org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc.CENTER;
import static org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc.LEFT;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STUnderline;

/** The paragraph formats of Party documents as named styles; sizes in points (Guidance 36-HD/VPTW). */
final class LayoutStyles {

    static final String FONT = "Times New Roman";
    static final String SUPERIOR = "Coquancaptren";
    static final String ISSUER = "Coquanbanhanh";
    static final String PARTY = "Tieude";
    static final String PLACE_DATE = "Diadanhngay";
    static final String DRAFT = "Duthao";
    static final String TYPE = "Tenloai";
    static final String SUMMARY = "Trichyeu";
    static final String DASHES = "Gachngan";
    static final String BODY = "Noidung";
    static final String SECTION = "Demuc";
    static final String MONTH = "Thang";
    static final String TABLE = "Bang";
    static final String TABLE_CENTER = "Banggiua";
    static final String TABLE_HEAD = "Dongdau";
    static final String TABLE_NAME = "Bangten";
    static final String AUTHORITY = "Quyenhanky";
    static final String SIGNER = "Nguoiky";
    static final String RECIPIENTS_HEAD = "Noinhan";
    static final String RECIPIENT = "Tennoinhan";
    static final String PAGE_NUMBER = "Sotrang";
    static final String GAP = "Khoangcach";
    private static final int TWENTIETHS = 20;

    private final List<CTStyle> all = new ArrayList<>();

    private LayoutStyles() {
    }

    static void addTo(XWPFDocument document) {
        XWPFStyles styles = document.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(FONT);
        fonts.setHAnsi(FONT);
        fonts.setCs(FONT);
        fonts.setEastAsia(FONT);
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage("vi-VN");
        LayoutStyles made = new LayoutStyles();
        made.head();
        made.body();
        made.tables();
        made.foot();
        made.all.forEach(style -> styles.addStyle(new XWPFStyle(style)));
    }

    private void head() {
        style(SUPERIOR, "Cơ quan cấp trên", CENTER, 14);
        bold(style(ISSUER, "Cơ quan ban hành", CENTER, 14));
        CTStyle party = bold(style(PARTY, "Tiêu đề", CENTER, 15));
        line(paragraph(party).addNewPBdr().addNewBottom());
        italic(spaced(style(PLACE_DATE, "Địa danh, ngày", CENTER, 14), 0, 0));
        bold(spaced(style(DRAFT, "Dự thảo", CENTER, 14), 6, 0));
        bold(spaced(style(TYPE, "Tên loại", CENTER, 16), 18, 0));
        CTInd narrow = paragraph(bold(style(SUMMARY, "Trích yếu", CENTER, 14))).addNewInd();
        narrow.setLeft(BigInteger.valueOf(LayoutPage.twips(15)));
        narrow.setRight(BigInteger.valueOf(LayoutPage.twips(15)));
        spaced(style(DASHES, "Gạch ngắn", CENTER, 14), 0, 12);
    }

    private void body() {
        CTStyle body = spaced(style(BODY, "Nội dung", BOTH, 14), 6, 0);
        paragraph(body).addNewInd().setFirstLine(BigInteger.valueOf(LayoutPage.twips(10)));
        CTStyle section = bold(spaced(style(SECTION, "Đề mục", LEFT, 14), 10, 4));
        paragraph(section).addNewInd().setFirstLine(BigInteger.valueOf(LayoutPage.twips(10)));
        paragraph(section).addNewKeepNext();
        CTStyle month = bold(spaced(style(MONTH, "Tháng", LEFT, 14), 10, 4));
        paragraph(month).addNewInd().setFirstLine(BigInteger.valueOf(LayoutPage.twips(10)));
        paragraph(month).addNewKeepNext();
        style(GAP, "Khoảng cách", LEFT, 8);
    }

    private void tables() {
        style(TABLE, "Bảng", LEFT, 12);
        style(TABLE_CENTER, "Bảng, giữa", CENTER, 12);
        bold(style(TABLE_HEAD, "Bảng, dòng đầu", CENTER, 12));
        bold(style(TABLE_NAME, "Bảng, họ tên", LEFT, 12));
    }

    private void foot() {
        bold(style(AUTHORITY, "Quyền hạn ký", CENTER, 14));
        bold(spaced(style(SIGNER, "Người ký", CENTER, 14), 70, 0));
        run(style(RECIPIENTS_HEAD, "Nơi nhận", LEFT, 14)).addNewU().setVal(STUnderline.SINGLE);
        CTInd indent = paragraph(style(RECIPIENT, "Tên nơi nhận", LEFT, 12)).addNewInd();
        indent.setLeft(BigInteger.valueOf(LayoutPage.twips(2.5)));
        indent.setHanging(BigInteger.valueOf(LayoutPage.twips(2.5)));
        style(PAGE_NUMBER, "Số trang", CENTER, 12);
    }

    private CTStyle style(String id, String name, STJc.Enum alignment, int size) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.setType(STStyleType.PARAGRAPH);
        style.setCustomStyle(true);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        CTPPrGeneral paragraph = style.addNewPPr();
        CTSpacing spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.ZERO);
        spacing.setAfter(BigInteger.ZERO);
        spacing.setLine(BigInteger.valueOf(240));
        spacing.setLineRule(STLineSpacingRule.AUTO);
        paragraph.addNewJc().setVal(alignment);
        CTRPr run = style.addNewRPr();
        run.addNewSz().setVal(BigInteger.valueOf(2L * size));
        run.addNewSzCs().setVal(BigInteger.valueOf(2L * size));
        all.add(style);
        return style;
    }

    private static CTPPrGeneral paragraph(CTStyle style) {
        return style.getPPr();
    }

    private static CTRPr run(CTStyle style) {
        return style.getRPr();
    }

    private static CTStyle bold(CTStyle style) {
        run(style).addNewB();
        return style;
    }

    private static CTStyle italic(CTStyle style) {
        run(style).addNewI();
        return style;
    }

    private static CTStyle spaced(CTStyle style, int before, int after) {
        paragraph(style).getSpacing().setBefore(BigInteger.valueOf((long) before * TWENTIETHS));
        paragraph(style).getSpacing().setAfter(BigInteger.valueOf((long) after * TWENTIETHS));
        return style;
    }

    private static void line(CTBorder border) {
        border.setVal(STBorder.SINGLE);
        border.setSz(BigInteger.valueOf(6));
        border.setSpace(BigInteger.ONE);
        border.setColor("000000");
    }
}
