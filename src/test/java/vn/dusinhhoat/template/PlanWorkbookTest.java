package vn.dusinhhoat.template;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dusinhhoat.template.TestPlans.PROVINCE;
import static vn.dusinhhoat.template.TestPlans.cells;
import static vn.dusinhhoat.template.TestPlans.draft;
import static vn.dusinhhoat.template.TestPlans.excel;
import static vn.dusinhhoat.template.TestPlans.forHosts;
import static vn.dusinhhoat.template.TestPlans.inForce;
import static vn.dusinhhoat.template.TestPlans.visit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import vn.dusinhhoat.testing.HostileText;

/** The workbook of a plan: every line, and the same by month, area and member. */
class PlanWorkbookTest {

    private static final List<PlannedCell> CELLS = cells(10);
    private static final PlanDocument PLAN = TestPlans.of(PROVINCE, List.of(
            visit("Vi Thị Mỵ", CELLS.get(2), LocalDateTime.of(2027, 3, 3, 19, 30), "Thường kỳ"),
            visit("Lô Văn Thái", CELLS.get(0), LocalDateTime.of(2027, 1, 5, 19, 0), null),
            visit("Lô Văn Thái", CELLS.get(8), LocalDateTime.of(2027, 7, 5, 19, 0), ""),
            visit("Lê Thị Thủy", CELLS.get(3), null, "Chuyên đề")), CELLS);

    @Test
    void theFirstSheetHasEveryLineByTime() throws IOException {
        XSSFWorkbook workbook = opened(PLAN);
        assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("Tất cả lượt dự (dự thảo)");
        assertThat(rows(workbook.getSheetAt(0))).containsExactly(
                List.of("TT", "Tháng", "Ngày dự", "Giờ dự", "Kỳ", "Đồng chí", "Chức vụ", "Chi bộ đến dự", "Đảng ủy nơi có chi bộ",
                        "Địa bàn đặc thù", "Nội dung"),
                List.of("1", "01/2027", "05/01/2027", "19:00", "6 tháng đầu năm 2027", "Lô Văn Thái", "Ủy viên Ban Chấp hành Đảng bộ tỉnh",
                        "Chi bộ xóm 1", "Đảng ủy xã Kim Liên", "Có", ""),
                List.of("2", "03/2027", "03/03/2027", "19:30", "6 tháng đầu năm 2027", "Vi Thị Mỵ", "Ủy viên Ban Chấp hành Đảng bộ tỉnh",
                        "Chi bộ xóm 3", "Đảng ủy phường Trường Vinh", "", "Thường kỳ"),
                List.of("3", "07/2027", "05/07/2027", "19:00", "6 tháng đầu năm 2027", "Lô Văn Thái", "Ủy viên Ban Chấp hành Đảng bộ tỉnh",
                        "Chi bộ xóm 9", "Đảng ủy xã Kim Liên", "Có", ""),
                List.of("4", "Chưa xếp ngày", "", "", "6 tháng đầu năm 2027", "Lê Thị Thủy", "Ủy viên Ban Chấp hành Đảng bộ tỉnh",
                        "Chi bộ xóm 4", "Đảng ủy xã Mường Lống", "", "Chuyên đề"));
        assertThat(workbook.getSheetAt(0).getRow(1).getCell(2).getCellType()).as("a date, not a text").isEqualTo(CellType.NUMERIC);
        assertThat(opened(inForce(PLAN)).getSheetAt(0).getSheetName()).isEqualTo("Tất cả lượt dự");
    }

    @Test
    void everyListHasFiltersAHeadingThatStaysAndFitsOnAPage() throws IOException {
        XSSFWorkbook workbook = opened(PLAN);
        for (XSSFSheet sheet : lists(workbook)) {
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).startsWith("A1:").endsWith(String.valueOf(sheet.getLastRowNum() + 1));
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        }
    }

    private static List<XSSFSheet> lists(XSSFWorkbook workbook) {
        return IntStream.range(0, workbook.getNumberOfSheets() - 1).mapToObj(workbook::getSheetAt).toList();
    }

    @Test
    void thePlanIsCountedByMonthAreaAndMember() throws IOException {
        XSSFWorkbook workbook = opened(PLAN);
        assertThat(rows(workbook.getSheet("Theo tháng"))).containsExactly(
                List.of("Tháng", "Số lượt dự", "Số đồng chí", "Số chi bộ được dự", "Số lượt ở địa bàn đặc thù"),
                List.of("01/2027", "1", "1", "1", "1"), List.of("03/2027", "1", "1", "1", "0"), List.of("07/2027", "1", "1", "1", "1"),
                List.of("Chưa xếp ngày", "1", "1", "1", "0"));
        assertThat(rows(workbook.getSheet("Theo địa bàn"))).hasSize(9).contains(
                List.of("Đảng ủy nơi có chi bộ", "Số chi bộ", "Số chi bộ được dự", "Số chi bộ chưa được dự", "Số lượt dự", "Số đồng chí",
                        "Số chi bộ ở địa bàn đặc thù", "Tháng dự đầu tiên"),
                List.of("Đảng ủy xã Kim Liên", "2", "2", "0", "2", "1", "2", "01/2027"),
                List.of("Đảng ủy xã Vạn An", "2", "0", "2", "0", "0", "2", ""));
        assertThat(rows(workbook.getSheet("Theo đồng chí"))).contains(
                List.of("1", "Lô Văn Thái", "Ủy viên Ban Chấp hành Đảng bộ tỉnh", "2", "2", "2", "01/2027, 07/2027"));
    }

    @Test
    void specialAreasStandAgainstTheOthersAndCellsNeverVisitedAreListed() throws IOException {
        XSSFWorkbook workbook = opened(PLAN);
        assertThat(rows(workbook.getSheet("Đặc thù và địa bàn khác"))).containsExactly(
                List.of("Nhóm chi bộ", "Số chi bộ", "Số chi bộ được dự", "Số chi bộ chưa được dự", "Số lượt dự", "Số lượt mỗi chi bộ", "Tháng dự đầu tiên"),
                List.of("Địa bàn đặc thù, phức tạp", "4", "2", "2", "2", "0.50", "01/2027"),
                List.of("Địa bàn khác", "6", "2", "4", "2", "0.33", "03/2027"));
        assertThat(rows(workbook.getSheet("Chi bộ địa bàn đặc thù"))).contains(List.of("Chi bộ xóm 1", "Đảng ủy xã Kim Liên", "1", "01/2027"),
                List.of("Chi bộ xóm 2", "Đảng ủy xã Vạn An", "0", ""));
        assertThat(rows(workbook.getSheet("Chi bộ chưa có lượt dự"))).hasSize(7).contains(List.of("1", "Chi bộ xóm 10", "Đảng ủy xã Vạn An", "Có"));
    }

    @Test
    void hostsSeeNothingOfSpecialAreas() throws IOException {
        XSSFWorkbook workbook = opened(forHosts(PLAN));
        for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
            assertThat(workbook.getSheetName(index)).doesNotContainIgnoringCase("đặc thù");
            assertThat(rows(workbook.getSheetAt(index)).toString()).doesNotContainIgnoringCase("đặc thù").doesNotContain("Có,");
        }
        assertThat(rows(workbook.getSheetAt(0)).get(1)).hasSize(10);
    }

    /** Row C14: nothing in the workbook is ever computed. */
    @Test
    void textsThatLookLikeFormulasAreTexts() throws IOException {
        List<PlannedVisit> visits = new ArrayList<>();
        HostileText.active().forEach(text -> visits.add(new PlannedVisit(text, text, text, text, null, new PlannedCell(text, text, text, true), text)));
        PlanDocument plan = TestPlans.of(PROVINCE, visits, List.of());
        XSSFWorkbook workbook = opened(plan);
        for (int index = 0; index < workbook.getNumberOfSheets(); index++) {
            workbook.getSheetAt(index).forEach(row -> row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA)));
        }
        assertThat(column(workbook.getSheetAt(0), 5)).containsAll(HostileText.active().toList());
        assertThat(workbook.getSheetAt(0).getRow(1).getCell(5).getCellStyle().getDataFormatString()).as("stays a text when edited").isEqualTo("@");
    }

    @Test
    void whatCannotBeSeenIsLeftOutAndWhatIsTooLongIsCut() throws IOException {
        List<PlannedVisit> visits = List.of(visit(HostileText.CONTROLS, CELLS.get(0), null, HostileText.VERY_LONG),
                visit(HostileText.DECOMPOSED, CELLS.get(1), null, HostileText.BREAKS), visit("😀" + HostileText.HIDDEN, CELLS.get(2), null, ""));
        XSSFSheet sheet = opened(TestPlans.of(PROVINCE, visits, CELLS)).getSheetAt(0);
        assertThat(column(sheet, 5)).contains("a[31mb\nc", Normalizer.normalize(HostileText.DECOMPOSED, Normalizer.Form.NFC), "😀KimLiên");
        assertThat(column(sheet, 10).get(1)).hasSizeLessThanOrEqualTo(32_767).endsWith("phần còn lại xem trên hệ thống)");
    }

    private static XSSFWorkbook opened(PlanDocument plan) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(excel(plan)));
    }

    private static List<String> column(XSSFSheet sheet, int column) {
        return StreamSupport.stream(sheet.spliterator(), false).map(row -> shown(row, column)).toList();
    }

    private static List<List<String>> rows(XSSFSheet sheet) {
        int columns = sheet.getRow(0).getLastCellNum();
        return StreamSupport.stream(sheet.spliterator(), false)
                .map(row -> IntStream.range(0, columns).mapToObj(column -> shown(row, column)).toList()).toList();
    }

    private static String shown(Row row, int column) {
        Cell cell = row.getCell(column);
        return cell == null ? "" : new DataFormatter().formatCellValue(cell);
    }
}
