package vn.dusinhhoat.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.dusinhhoat.template.TestPlans.COMMUNE;
import static vn.dusinhhoat.template.TestPlans.PROVINCE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.dusinhhoat.testing.HostileText;
import vn.dusinhhoat.testing.LibreOffice;
import vn.dusinhhoat.testing.PrintedDocument;
import vn.dusinhhoat.testing.PrintedDocument.Piece;

/** Documents of plans, opened in a real LibreOffice and printed; the pages are left in target/documents to look at. */
class LibreOfficeDocumentsIT {

    private static final Path FOLDER = Path.of("target", "documents");
    private static final double LEFT_EDGE = 30;
    private static final double RIGHT_EDGE = 210 - 15;

    @Test
    void aDraftOfTheProvinceIsPrintedInThePartysLayout() throws Exception {
        try (PrintedDocument printed = printed("ke-hoach-tinh-du-thao", TestPlans.draft(PROVINCE, 68, 2))) {
            assertThat(printed.pages()).isBetween(16, 26);
            headingStandsWhereItBelongs(printed);
            onlyPageNumberAndDraftAreInTheMargins(printed);
            assertThat(printed.text(1)).contains("TỈNH ỦY NGHỆ AN", "DỰ THẢO", "KẾ HOẠCH", "I- TỔNG HỢP CHUNG", "68 đồng chí dự 136 lượt",
                    "Địa bàn đặc thù, phức tạp");
            assertThat(printed.piece(2, "2").baseline()).as("number of the page").isLessThan(20);
            assertThat(printed.piece(2, "DỰ THẢO").baseline()).isLessThan(20);
            assertThat(printed.text(printed.pages())).contains("- Lưu Văn phòng Tỉnh ủy.");
        }
    }

    private static void headingStandsWhereItBelongs(PrintedDocument printed) throws IOException {
        Piece issuer = printed.piece(1, "TỈNH ỦY NGHỆ AN");
        Piece party = printed.piece(1, "ĐẢNG CỘNG SẢN VIỆT NAM");
        assertThat(issuer.left()).isBetween(LEFT_EDGE, 60.0);
        assertThat(issuer.size()).isCloseTo(14, within(0.1));
        assertThat(issuer.font()).containsIgnoringCase("bold");
        assertThat(party.left()).isGreaterThan(105);
        assertThat(party.right()).isLessThanOrEqualTo(RIGHT_EDGE);
        assertThat(party.size()).isCloseTo(15, within(0.1));
        assertThat(party.font()).containsIgnoringCase("bold");
        assertThat(party.baseline()).isCloseTo(issuer.baseline(), within(2.0));
        double line = printed.longestLine(1, 100, party.baseline() + 0.5, 210, party.baseline() + 4);
        assertThat(line).as("line below the Party's name").isCloseTo(party.right() - party.left(), within(5.0));
        Piece day = printed.piece(1, "Nghệ An, ngày");
        assertThat(day.font()).containsIgnoringCase("italic");
        assertThat(day.baseline()).isGreaterThan(party.baseline()).isCloseTo(printed.piece(1, "Số").baseline(), within(1.0));
        Piece type = printed.piece(1, "KẾ HOẠCH");
        assertThat(type.size()).isCloseTo(16, within(0.1));
        assertThat((type.left() + type.right()) / 2).as("in the middle").isCloseTo((LEFT_EDGE + RIGHT_EDGE) / 2, within(1.0));
    }

    private static void onlyPageNumberAndDraftAreInTheMargins(PrintedDocument printed) throws IOException {
        for (int page = 1; page <= printed.pages(); page++) {
            assertThat(printed.hasInk(page, 0, 0, LEFT_EDGE - 1, 297)).as("left of page %d", page).isFalse();
            assertThat(printed.hasInk(page, RIGHT_EDGE + 1, 0, 210, 297)).as("right of page %d", page).isFalse();
            assertThat(printed.hasInk(page, 0, 297 - 19, 210, 297)).as("below page %d", page).isFalse();
            assertThat(printed.hasInk(page, 0, 0, 210, page == 1 ? 19 : 7)).as("above page %d", page).isFalse();
        }
    }

    @Test
    void aPlanInForceOfOneMonthRepeatsItsHeadingsAndEndsWithTheSignature() throws Exception {
        List<PlannedVisit> visits = new ArrayList<>();
        List<PlannedCell> cells = TestPlans.cells(60);
        for (int index = 0; index < cells.size(); index++) {
            visits.add(TestPlans.visit("Đồng chí số " + index, cells.get(index), LocalDate.of(2027, 3, 3).atTime(19, 30), "Thường kỳ"));
        }
        try (PrintedDocument printed = printed("ke-hoach-xa", TestPlans.inForce(TestPlans.forHosts(TestPlans.of(COMMUNE, visits, cells))))) {
            int last = printed.pages();
            assertThat(last).isGreaterThanOrEqualTo(4);
            for (int page = 2; page < last; page++) {
                assertThat(printed.text(page)).as("page %d", page).containsPattern("TT\\s+(Thời gian|Đảng ủy nơi|Đồng chí)");
            }
            Piece recipients = printed.piece(last, "Nơi nhận:");
            Piece authority = printed.piece(last, "T/M BAN THƯỜNG VỤ");
            Piece signer = printed.piece(last, "Hoàng Nghĩa Hiếu");
            assertThat(recipients.left()).isCloseTo(LEFT_EDGE, within(1.0));
            assertThat(authority.left()).isGreaterThan(105);
            assertThat(authority.baseline()).isCloseTo(recipients.baseline(), within(1.0));
            assertThat(signer.baseline() - authority.baseline()).as("room to sign").isGreaterThan(25);
            assertThat(printed.piece(last, "PHÓ BÍ THƯ THƯỜNG TRỰC").font()).containsIgnoringCase("bold");
            assertThat(printed.text(1)).contains("Số 12-KH/ĐU", "Kim Liên, ngày 03 tháng 12 năm 2026").doesNotContain("DỰ THẢO");
        }
    }

    /** Two thousand visits: by month, by area, by member; no table is cut off, nothing stands in the margins. */
    @Test
    void aLargePlanIsPrintedToItsEnd() throws Exception {
        try (PrintedDocument printed = printed("ke-hoach-lon", TestPlans.draft(PROVINCE, 500, 4))) {
            String end = String.join("\n", IntStream.rangeClosed(1, printed.pages()).mapToObj(page -> text(printed, page)).toList());
            assertThat(end).contains("IV- TỔNG HỢP THEO ĐỒNG CHÍ", "V- TỔ CHỨC THỰC HIỆN", "PHÓ BÍ THƯ THƯỜNG TRỰC");
            onlyPageNumberAndDraftAreInTheMargins(printed);
        }
    }

    @Test
    void aPlanWithoutVisitsSaysSo() throws Exception {
        try (PrintedDocument printed = printed("ke-hoach-trong", TestPlans.of(PROVINCE, List.of(), List.of()))) {
            String everything = String.join("\n", IntStream.rangeClosed(1, printed.pages()).mapToObj(page -> text(printed, page)).toList());
            assertThat(everything).contains("II- LỊCH DỰ SINH HOẠT THEO THÁNG", "Chưa có lượt dự nào.", "III- TỔNG HỢP THEO ĐỊA BÀN",
                    "Chưa có chi bộ khu dân cư nào.", "IV- TỔNG HỢP THEO ĐỒNG CHÍ");
            assertThat(printed.pages()).isLessThanOrEqualTo(3);
        }
    }

    /** Longer than any that exist: names of people, posts and committees stay in their columns. */
    @Test
    void longNamesStayInTheirColumns() throws Exception {
        PlannedCell cell = new PlannedCell("c", "Chi bộ liên thôn Nguyễn Trường Tộ - Phan Đăng Lưu - Hoàng Văn Thụ - Trần Hưng Đạo",
                "Đảng ủy xã Mường Xén Tương Dương Kỳ Sơn Con Cuông Quế Phong", true);
        List<PlannedVisit> visits = IntStream.range(0, 90).mapToObj(day -> new PlannedVisit("m" + day % 3,
                "Công Tằng Tôn Nữ Nguyễn Hoàng Thị Phương Thảo Anh", "Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng Đoàn đại biểu Quốc hội tỉnh, Chủ tịch"
                + " Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "Quý I", LocalDate.of(2027, 1, 3).plusDays(day).atTime(19, 30), cell,
                "Chuyên đề: Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh")).toList();
        try (PrintedDocument printed = printed("ke-hoach-ten-dai", TestPlans.of(PROVINCE, visits, List.of(cell)))) {
            onlyPageNumberAndDraftAreInTheMargins(printed);
            String everything = String.join("\n", IntStream.rangeClosed(1, printed.pages()).mapToObj(page -> text(printed, page)).toList());
            assertThat(everything.replaceAll("\\s", "")).contains("02/04/2027:Chibộliênthôn");
        }
    }

    /** Rows C11, C12 and C14: Word's own format stays whole, and nothing is more than a text. */
    @Test
    void hostileTextsAreOpenedAndPrintedAsTexts() throws Exception {
        List<PlannedVisit> visits = new ArrayList<>();
        HostileText.shownAsTyped().values().forEach(text -> visits.add(visit(text)));
        List.of(HostileText.LONG, HostileText.NUL, HostileText.HALF, "\uFFFE\uFFFF😀").forEach(text -> visits.add(visit(text)));
        try (PrintedDocument printed = printed("ke-hoach-chu-la", TestPlans.of(PROVINCE, visits, List.of()))) {
            String everything = String.join("\n", IntStream.rangeClosed(1, printed.pages()).mapToObj(page -> text(printed, page)).toList());
            assertThat(everything.replaceAll("\\s", "")).contains("{{7*7}}", "${1+1}", "=cmd|", "dshHostile");
            assertThat(printed.text(printed.pages())).contains("PHÓ BÍ THƯ THƯỜNG TRỰC");
            for (int page = 1; page <= printed.pages(); page++) {
                assertThat(printed.hasInk(page, RIGHT_EDGE + 1, 0, 210, 297)).as("long words stay in their cells, page %d", page).isFalse();
            }
        }
    }

    private static PlannedVisit visit(String text) {
        return new PlannedVisit(text, text, "Ủy viên", "Quý I", null, new PlannedCell(text, text, text, false), text);
    }

    private static String text(PrintedDocument printed, int page) {
        try {
            return printed.text(page);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theWorkbookSaysTheSameAfterLibreOfficeHasSavedIt() throws Exception {
        List<PlannedVisit> visits = new ArrayList<>(TestPlans.draft(PROVINCE, 8, 2).visits());
        HostileText.active().forEach(text -> visits.add(visit(text)));
        Path made = FOLDER.resolve("ke-hoach.xlsx");
        Files.createDirectories(FOLDER);
        Files.write(made, TestPlans.excel(TestPlans.of(PROVINCE, visits, TestPlans.cells(16))));
        Path saved = FOLDER.resolve("ke-hoach-libreoffice.xlsx");
        LibreOffice.convert(made, saved);
        try (XSSFWorkbook before = new XSSFWorkbook(made.toFile()); XSSFWorkbook after = new XSSFWorkbook(saved.toFile())) {
            assertThat(texts(after)).isEqualTo(texts(before)).isNotEmpty();
            assertThat(after.getSheetAt(0).getCTWorksheet().isSetAutoFilter()).isTrue();
        }
    }

    private static List<String> texts(XSSFWorkbook workbook) {
        List<String> texts = new ArrayList<>();
        workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() != CellType.BLANK) {
                texts.add(sheet.getSheetName() + "!" + cell.getAddress() + " " + cell.getCellType() + " " + new DataFormatter().formatCellValue(cell));
            }
        })));
        return texts;
    }

    private static PrintedDocument printed(String name, PlanDocument plan) throws Exception {
        Files.createDirectories(FOLDER);
        Path word = FOLDER.resolve(name + ".docx");
        Files.write(word, TestPlans.word(plan));
        Path pdf = FOLDER.resolve(name + ".pdf");
        LibreOffice.convert(word, pdf);
        PrintedDocument printed = PrintedDocument.open(pdf);
        printed.drawInto(FOLDER, name);
        return printed;
    }
}
