package vn.dusinhhoat.template;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dusinhhoat.template.TestPlans.COMMUNE;
import static vn.dusinhhoat.template.TestPlans.PROVINCE;
import static vn.dusinhhoat.template.TestPlans.cells;
import static vn.dusinhhoat.template.TestPlans.draft;
import static vn.dusinhhoat.template.TestPlans.forHosts;
import static vn.dusinhhoat.template.TestPlans.inForce;
import static vn.dusinhhoat.template.TestPlans.opened;
import static vn.dusinhhoat.template.TestPlans.visit;
import static vn.dusinhhoat.template.TestPlans.with;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.apache.xmlbeans.XmlException;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import vn.dusinhhoat.testing.HostileText;

/** What stands in the Word document of a plan, where and in which format (Guidance 36-HD/VPTW). */
class PlanWordTest {

    private static final double TWIPS = 1440 / 25.4;

    @Test
    void thePageIsA4WithThePartysMargins() throws IOException {
        CTSectPr section = opened(draft(PROVINCE, 2, 2)).getDocument().getBody().getSectPr();
        assertThat(millimetres(section.getPgSz().getW())).isEqualTo(210);
        assertThat(millimetres(section.getPgSz().getH())).isEqualTo(297);
        CTPageMar margins = section.getPgMar();
        assertThat(List.of(millimetres(margins.getTop()), millimetres(margins.getBottom()), millimetres(margins.getLeft()),
                millimetres(margins.getRight()))).containsExactly(20L, 20L, 30L, 15L);
    }

    private static long millimetres(Object twips) {
        return Math.round(((Number) twips).doubleValue() / TWIPS);
    }

    @Test
    void everythingIsInTimesNewRoman() throws IOException, XmlException {
        XWPFDocument document = opened(draft(PROVINCE, 2, 2));
        CTRPr defaults = document.getStyle().getDocDefaults().getRPrDefault().getRPr();
        assertThat(defaults.getRFontsArray(0).getAscii()).isEqualTo("Times New Roman");
        assertThat(defaults.getRFontsArray(0).getHAnsi()).isEqualTo("Times New Roman");
        assertThat(paragraphs(document)).allSatisfy(paragraph ->
                assertThat(paragraph.getRuns()).allSatisfy(run -> assertThat(run.getFontFamily()).isNull()));
        assertThat(document.getStyle().getStyleList()).noneMatch(style -> style.isSetRPr() && style.getRPr().sizeOfRFontsArray() > 0);
    }

    @Test
    void theHeadingNamesTheBodiesThePartyNumberPlaceAndDay() throws IOException {
        XWPFDocument document = opened(inForce(draft(COMMUNE, 2, 2)));
        XWPFTable heading = document.getTables().get(0);
        assertThat(texts(heading.getRow(0).getCell(0))).containsExactly("TỈNH ỦY NGHỆ AN", "ĐẢNG ỦY XÃ KIM LIÊN", "*");
        assertThat(texts(heading.getRow(0).getCell(1))).containsExactly("ĐẢNG CỘNG SẢN VIỆT NAM");
        assertThat(texts(heading.getRow(1).getCell(0))).containsExactly("Số 12-KH/ĐU");
        assertThat(texts(heading.getRow(1).getCell(1))).containsExactly("Kim Liên, ngày 03 tháng 12 năm 2026");
        assertFormat(document, "TỈNH ỦY NGHỆ AN", 14, false, false, STJc.CENTER);
        assertFormat(document, "ĐẢNG ỦY XÃ KIM LIÊN", 14, true, false, STJc.CENTER);
        assertFormat(document, "ĐẢNG CỘNG SẢN VIỆT NAM", 15, true, false, STJc.CENTER);
        assertFormat(document, "Kim Liên, ngày 03 tháng 12 năm 2026", 14, false, true, STJc.CENTER);
        CTStyle party = styleOf(document, "ĐẢNG CỘNG SẢN VIỆT NAM");
        assertThat(party.getPPr().getPBdr().getBottom().getVal()).isEqualTo(STBorder.SINGLE);
    }

    @Test
    void aProvinceHasNoBodyAboveAndADraftNoNumberYet() throws IOException {
        XWPFTable heading = opened(draft(PROVINCE, 2, 2)).getTables().get(0);
        assertThat(texts(heading.getRow(0).getCell(0))).containsExactly("TỈNH ỦY NGHỆ AN", "*");
        assertThat(texts(heading.getRow(1).getCell(0)).get(0)).matches("Số \u00A0+-KH/TU");
        assertThat(texts(heading.getRow(1).getCell(1)).get(0)).matches("Nghệ An, ngày\u00A0+tháng\u00A0+năm\u00A0+");
    }

    @Test
    void typeSummaryAndBodyHaveTheirFormats() throws IOException {
        XWPFDocument document = opened(draft(PROVINCE, 2, 2));
        assertFormat(document, "KẾ HOẠCH", 16, true, false, STJc.CENTER);
        assertFormat(document, "Ủy viên Ban Chấp hành Đảng bộ tỉnh dự sinh hoạt với chi bộ khu dân cư năm 2027", 14, true, false, STJc.CENTER);
        String introduction = paragraphs(document).stream().map(XWPFParagraph::getText).filter(text -> text.startsWith("Thực hiện Kế hoạch"))
                .findFirst().orElseThrow();
        assertThat(introduction).endsWith("Ban Thường vụ Tỉnh ủy Nghệ An ban hành kế hoạch năm 2027 như sau:");
        assertFormat(document, introduction, 14, false, false, STJc.BOTH);
    }

    @Test
    void aDraftSaysSoOnEveryPageUntilItIsInForce() throws IOException {
        XWPFDocument draft = opened(draft(PROVINCE, 2, 2));
        assertFormat(draft, "DỰ THẢO", 14, true, false, STJc.CENTER);
        assertThat(headers(draft)).contains("DỰ THẢO");
        XWPFDocument issued = opened(inForce(draft(PROVINCE, 2, 2)));
        assertThat(allText(issued)).doesNotContain("DỰ THẢO");
        assertThat(headers(issued)).doesNotContain("DỰ THẢO");
    }

    @Test
    void pagesAreNumberedFromTheSecondOn() throws IOException {
        XWPFDocument document = opened(draft(PROVINCE, 2, 2));
        assertThat(document.getDocument().getBody().getSectPr().isSetTitlePg()).isTrue();
        assertThat(document.getHeaderFooterPolicy().getDefaultHeader().getParagraphs().get(0).getCTP().getFldSimpleList())
                .extracting(field -> field.getInstr()).containsExactly("PAGE");
        assertThat(document.getHeaderFooterPolicy().getFirstPageHeader().getText().strip()).isEmpty();
    }

    @Test
    void eachMonthHasATableWithDateMemberCellCommuneAndTheme() throws IOException {
        List<PlannedCell> cells = cells(4);
        XWPFDocument document = opened(TestPlans.of(PROVINCE, List.of(
                visit("Vi Thị Mỵ", cells.get(1), LocalDateTime.of(2027, 3, 3, 19, 30), "Học tập\nLàm theo"),
                visit("Lô Văn Thái", cells.get(0), LocalDateTime.of(2027, 1, 5, 19, 0), null),
                visit("Lê Thị Thủy", cells.get(2), null, "Thường kỳ")), cells));
        assertThat(allText(document)).contains("1. Tháng 01 năm 2027 (1 lượt dự)", "2. Tháng 3 năm 2027 (1 lượt dự)", "3. Chưa xếp ngày (1 lượt dự)");
        List<XWPFTable> months = monthTables(document);
        assertThat(months).hasSize(3);
        assertThat(rows(months.get(0))).containsExactly(
                List.of("TT", "Thời gian", "Đồng chí", "Chi bộ đến dự", "Đảng ủy nơi có chi bộ", "Nội dung"),
                List.of("1", "05/01/2027\n19 giờ", "Lô Văn Thái\nỦy viên Ban Chấp hành Đảng bộ tỉnh", "Chi bộ xóm 1", "Đảng ủy xã Kim Liên", ""));
        assertThat(rows(months.get(1)).get(1)).containsExactly("1", "03/03/2027\n19 giờ 30", "Vi Thị Mỵ\nỦy viên Ban Chấp hành Đảng bộ tỉnh",
                "Chi bộ xóm 2", "Đảng ủy xã Vạn An", "Học tập\nLàm theo");
        assertThat(rows(months.get(2)).get(1)).startsWith("1", "Chưa xếp ngày\n6 tháng đầu năm 2027", "Lê Thị Thủy\nỦy viên Ban Chấp hành Đảng bộ tỉnh");
    }

    /** The same visits by area and by member (III.5b): what a commune gets, and who goes where. */
    @Test
    void oneTableByAreaAndOneByMember() throws IOException {
        List<PlannedCell> cells = cells(9);
        XWPFDocument document = opened(TestPlans.of(PROVINCE, List.of(
                visit("Vi Thị Mỵ", cells.get(1), LocalDateTime.of(2027, 3, 3, 19, 30), null),
                visit("Lô Văn Thái", cells.get(8), LocalDateTime.of(2027, 5, 5, 19, 0), null),
                visit("Lô Văn Thái", cells.get(0), LocalDateTime.of(2027, 1, 5, 19, 0), null),
                visit("Vi Thị Mỵ", cells.get(0), null, null)), cells));
        List<List<String>> areas = rows(tables(document, "Đảng ủy nơi có chi bộ").get(0));
        assertThat(areas).hasSize(9).contains(
                List.of("TT", "Đảng ủy nơi có chi bộ", "Số chi bộ", "Được dự", "Số lượt dự", "Ngày, chi bộ, đồng chí đến dự"),
                List.of("4", "Đảng ủy xã Kim Liên", "2", "2", "3", "05/01/2027: Chi bộ xóm 1, đồng chí Lô Văn Thái\n"
                        + "05/05/2027: Chi bộ xóm 9, đồng chí Lô Văn Thái\nChưa xếp ngày: Chi bộ xóm 1, đồng chí Vi Thị Mỵ"));
        assertThat(areas).as("areas that nobody goes to stand there, too").anySatisfy(row -> assertThat(row).endsWith("1", "0", "0", ""));
        assertThat(rows(tables(document, "Đồng chí").get(0))).containsExactly(List.of("TT", "Đồng chí", "Số lượt dự", "Ngày, chi bộ đến dự"),
                List.of("1", "Lô Văn Thái\nỦy viên Ban Chấp hành Đảng bộ tỉnh", "2", "05/01/2027: Chi bộ xóm 1, Đảng ủy xã Kim Liên\n"
                        + "05/05/2027: Chi bộ xóm 9, Đảng ủy xã Kim Liên"),
                List.of("2", "Vi Thị Mỵ\nỦy viên Ban Chấp hành Đảng bộ tỉnh", "2", "03/03/2027: Chi bộ xóm 2, Đảng ủy xã Vạn An\n"
                        + "Chưa xếp ngày: Chi bộ xóm 1, Đảng ủy xã Kim Liên"));
    }

    @Test
    void headingsOfTablesRepeatOnEachPageAndNoRowIsTorn() throws IOException {
        List<XWPFTable> months = monthTables(opened(draft(PROVINCE, 30, 2)));
        assertThat(months).hasSize(12).allSatisfy(month -> {
            assertThat(month.getRow(0).isRepeatHeader()).isTrue();
            assertThat(month.getRows()).allMatch(XWPFTableRow::isCantSplitRow);
            assertThat(month.getRows().subList(1, month.getRows().size())).noneMatch(XWPFTableRow::isRepeatHeader);
        });
        assertThat(months.stream().mapToInt(month -> month.getRows().size() - 1).sum()).isEqualTo(60);
    }

    @Test
    void specialAreasAreComparedForPlannersAndNotShownToHosts() throws IOException {
        PlanDocument plan = draft(PROVINCE, 8, 2);
        XWPFDocument planners = opened(plan);
        List<List<String>> groups = planners.getTables().stream().map(PlanWordTest::rows).filter(rows -> rows.get(0).get(0).equals("Nhóm chi bộ"))
                .findFirst().orElseThrow();
        assertThat(groups).containsExactly(
                List.of("Nhóm chi bộ", "Số chi bộ", "Được dự", "Chưa được dự", "Số lượt dự", "Số lượt mỗi chi bộ", "Tháng dự đầu tiên"),
                List.of("Địa bàn đặc thù, phức tạp", "8", "4", "4", "4", "0,50", "01/2027"),
                List.of("Địa bàn khác", "24", "12", "12", "12", "0,50", "02/2027"));
        assertThat(allText(opened(forHosts(plan)))).doesNotContainIgnoringCase("đặc thù").contains("Trong năm 2027, 8 đồng chí dự 16 lượt"
                + " sinh hoạt tại 16 trên tổng số 32 chi bộ khu dân cư, thuộc 4 đảng ủy; 16 chi bộ chưa có lượt dự trong kế hoạch.");
    }

    @Test
    void recipientsStandLeftAndWhoSignsRight() throws IOException {
        XWPFDocument document = opened(inForce(draft(PROVINCE, 2, 2)));
        XWPFTable foot = document.getTables().get(document.getTables().size() - 1);
        assertThat(texts(foot.getRow(0).getCell(0))).containsExactly("Nơi nhận:", "- Ban Tổ chức Trung ương (để b/c),",
                "- Ủy viên Ban Chấp hành Đảng bộ tỉnh,", "- Các ban, Ủy ban Kiểm tra và Văn phòng Tỉnh ủy,",
                "- Đảng ủy các xã, phường nơi có chi bộ,", "- Lưu Văn phòng Tỉnh ủy.");
        assertThat(texts(foot.getRow(0).getCell(1))).containsExactly("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "Hoàng Nghĩa Hiếu");
        assertFormat(document, "T/M BAN THƯỜNG VỤ", 14, true, false, STJc.CENTER);
        assertFormat(document, "Hoàng Nghĩa Hiếu", 14, true, false, STJc.CENTER);
        assertThat(foot.getRow(0).isCantSplitRow()).as("kept on one page").isTrue();
    }

    @Test
    void everyKindOfAuthorityIsWrittenThePartysWay() throws IOException {
        PlanDocument plan = draft(PROVINCE, 1, 1);
        assertThat(signature(plan, new Signature(Signature.Authority.IN_PLACE, "Trưởng ban", "Phó Trưởng ban", "Lê An")))
                .containsExactly("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Lê An");
        assertThat(signature(plan, new Signature(Signature.Authority.BY_ORDER, "Ban Thường vụ", "Chánh Văn phòng", "Lê An")))
                .containsExactly("T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG", "Lê An");
        assertThat(signature(plan, new Signature(Signature.Authority.OWN, "", "Bí thư", null))).containsExactly("BÍ THƯ", "");
    }

    private static List<String> signature(PlanDocument plan, Signature signature) throws IOException {
        DocumentFrame frame = plan.frame();
        List<XWPFTable> tables = opened(with(plan, new DocumentFrame(frame.letterhead(), frame.type(), frame.summary(), signature,
                frame.recipients(), true))).getTables();
        return texts(tables.get(tables.size() - 1).getRow(0).getCell(1));
    }

    @Test
    void anEmptyPlanSaysSo() throws IOException {
        assertThat(allText(opened(TestPlans.of(PROVINCE, List.of(), List.of())))).contains("Chưa có lượt dự nào.");
        assertThat(allText(opened(draft(PROVINCE, 1, 1)))).doesNotContain("Chưa có lượt dự nào.");
    }

    /** Rows C11 and C14, wherever a text of people stands in a plan. */
    @Test
    void whatPeopleTypedStandsThereAsTheyTypedIt() throws IOException {
        List<PlannedVisit> visits = new ArrayList<>();
        List<String> active = HostileText.active().toList();
        for (String text : active) {
            PlannedCell cell = new PlannedCell(text, text, text, true);
            visits.add(new PlannedVisit(text, text, text, text, LocalDateTime.of(2027, 5, 3, 19, 30), cell, text));
        }
        List<List<String>> rows = rows(monthTables(opened(TestPlans.of(PROVINCE, visits, List.of()))).get(0));
        for (int index = 0; index < active.size(); index++) {
            String text = active.get(index);
            assertThat(rows.get(index + 1).subList(2, 6)).containsExactly(text + "\n" + text, text, text, text);
        }
    }

    private static void assertFormat(XWPFDocument document, String text, int size, boolean bold, boolean italic, STJc.Enum alignment) {
        CTStyle style = styleOf(document, text);
        assertThat(((Number) style.getRPr().getSzArray(0).getVal()).intValue()).as(text).isEqualTo(2 * size);
        assertThat(style.getRPr().sizeOfBArray() > 0).as(text).isEqualTo(bold);
        assertThat(style.getRPr().sizeOfIArray() > 0).as(text).isEqualTo(italic);
        assertThat(style.getPPr().getJc().getVal()).as(text).isEqualTo(alignment);
    }

    private static CTStyle styleOf(XWPFDocument document, String text) {
        XWPFParagraph found = paragraphs(document).stream().filter(paragraph -> paragraph.getText().equals(text)).findFirst().orElseThrow();
        assertThat(found.getRuns()).as("formats come from styles").allMatch(run -> !run.isBold() && run.getFontSizeAsDouble() == null);
        return document.getStyles().getStyle(found.getStyle()).getCTStyle();
    }

    private static List<XWPFParagraph> paragraphs(XWPFDocument document) {
        List<XWPFParagraph> all = new ArrayList<>(document.getParagraphs());
        document.getTables().forEach(table -> table.getRows().forEach(row -> row.getTableCells().forEach(cell -> all.addAll(cell.getParagraphs()))));
        return all;
    }

    private static String allText(XWPFDocument document) {
        return paragraphs(document).stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
    }

    private static String headers(XWPFDocument document) {
        return document.getHeaderList().stream().map(header -> header.getText()).collect(Collectors.joining("\n"));
    }

    private static List<XWPFTable> monthTables(XWPFDocument document) {
        return tables(document, "Thời gian");
    }

    /** @param head of the second column */
    private static List<XWPFTable> tables(XWPFDocument document, String head) {
        return document.getTables().stream().filter(table -> table.getRow(0).getTableCells().size() > 1 && table.getRow(0).getCell(1).getText().equals(head))
                .toList();
    }

    private static List<List<String>> rows(XWPFTable table) {
        return table.getRows().stream().map(row -> row.getTableCells().stream().map(cell -> String.join("\n", texts(cell))).toList()).toList();
    }

    private static List<String> texts(XWPFTableCell cell) {
        return cell.getParagraphs().stream().map(XWPFParagraph::getText).toList();
    }
}
