package vn.dusinhhoat.organization.register;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dusinhhoat.organization.register.TestWorkbook.MEMBERS;
import static vn.dusinhhoat.organization.register.TestWorkbook.PEOPLE;
import static vn.dusinhhoat.organization.register.TestWorkbook.POSTS;
import static vn.dusinhhoat.organization.register.TestWorkbook.UNITS;
import static vn.dusinhhoat.organization.register.TestWorkbook.smallProvince;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake each in a small right workbook: found where it is, with what to do, and nothing else is said. */
class WorkbookFaultsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
    private static final String BODIES = "Cơ quan";
    private static final String AREAS = "Địa bàn phụ trách";
    private static final String EXEMPTIONS = "Miễn, tạm dừng";
    private static final String ATTRIBUTES = "Đặc điểm địa bàn";
    private static final String ADDRESSEES = "Nơi nhận kiến nghị";

    /** Where a fault is said to be, and the beginning of what is said. */
    private record Case(String what, Consumer<TestWorkbook> mistake, String sheet, Integer line, String column, String problem) {

        @Override
        public String toString() {
            return what;
        }
    }

    @TempDir
    private Path folder;

    @Test
    void theWorkbookWithoutMistakesHasNoFaults() throws Exception {
        WorkbookComparison comparison = compare(smallProvince());
        assertThat(comparison.faults().sorted()).isEmpty();
        assertThat(comparison.changes()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"units", "people", "spans", "cells", "sheets"})
    void aMistakeIsFoundWhereItIs(Case one) throws Exception {
        TestWorkbook workbook = smallProvince();
        one.mistake().accept(workbook);
        WorkbookComparison comparison = compare(workbook);
        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.faults().sorted()).singleElement().satisfies(fault -> {
            assertThat(fault.problem()).startsWith(one.problem());
            assertThat(fault.sheet()).isEqualTo(one.sheet());
            assertThat(fault.line()).isEqualTo(one.line());
            assertThat(fault.column()).isEqualTo(one.column());
            assertThat(fault.remedy()).isNotBlank().endsWith(".");
        });
    }

    private static Case set(String what, String sheet, int line, String column, Object value, String problem) {
        return new Case(what, book -> book.set(sheet, line, column, value), sheet, line, column, problem);
    }

    static Stream<Case> units() {
        return Stream.of(
                set("missing parent", UNITS, 3, "Mã tổ chức cấp trên", "40404", "Không có tổ chức mang mã này"),
                set("no parent", UNITS, 4, "Mã tổ chức cấp trên", null, "Chưa ghi tổ chức cấp trên"),
                set("parent of itself", UNITS, 3, "Mã tổ chức cấp trên", "17971", "Tổ chức trở thành cấp trên của chính nó"),
                set("cell under a cell", UNITS, 5, "Mã tổ chức cấp trên", "17971-1", "Cấp trên là cấp Chi bộ"),
                set("province under a commune", UNITS, 2, "Mã tổ chức cấp trên", "17971-1", "Cấp tỉnh không có cấp trên"),
                set("duplicate code", UNITS, 5, "Mã tổ chức", "17971-1", "Trùng với dòng 4"),
                set("unknown level", UNITS, 3, "Cấp", "Thôn bản", "Giá trị không có trong danh mục"),
                set("unknown kind", UNITS, 4, "Loại", "Làng", "Giá trị không có trong danh mục"),
                set("kind of another level", UNITS, 4, "Loại", "Phường", "Loại không thuộc cấp Chi bộ"),
                set("no name", UNITS, 4, "Tên", null, "Chưa ghi"),
                set("name too long", UNITS, 4, "Tên", "Chi bộ " + "dài ".repeat(60) + "quá", "Dài quá 200 ký tự"),
                set("end before beginning", UNITS, 5, "Đến ngày", LocalDate.of(2025, 6, 30), "Sớm hơn Từ ngày"),
                new Case("commune ends, cells go on", book -> book.set(UNITS, 3, "Đến ngày", LocalDate.of(2026, 1, 31))
                        .set(UNITS, 4, "Đến ngày", LocalDate.of(2026, 1, 31)).set(UNITS, 4, "Mã tổ chức kế thừa", "17971-2")
                        .set(PEOPLE, 2, "Ngày kết thúc", LocalDate.of(2026, 1, 31)).set(PEOPLE, 3, "Ngày kết thúc", LocalDate.of(2026, 1, 31)),
                        UNITS, 5, "Mã tổ chức cấp trên", "Cấp trên kết thúc ngày 31/01/2026"),
                set("successor without an end", UNITS, 5, "Mã tổ chức kế thừa", "17971-1", "Tổ chức chưa kết thúc"),
                new Case("unknown successor", book -> book.set(UNITS, 5, "Đến ngày", LocalDate.of(2026, 1, 31))
                        .set(UNITS, 5, "Mã tổ chức kế thừa", "99"), UNITS, 5, "Mã tổ chức kế thừa", "Không có tổ chức mang mã này"),
                new Case("succeeds itself", book -> book.set(UNITS, 5, "Đến ngày", LocalDate.of(2026, 1, 31))
                        .set(UNITS, 5, "Mã tổ chức kế thừa", "17971-2"), UNITS, 5, "Mã tổ chức kế thừa", "Tổ chức kế thừa chính nó"),
                set("meeting day of a commune", UNITS, 3, "Ngày họp hằng tháng", 3, "Chỉ chi bộ có ngày họp"),
                set("meeting day 32", UNITS, 4, "Ngày họp hằng tháng", 32, "Không phải số nguyên từ 1 đến 31"),
                set("half a meeting day", UNITS, 4, "Ngày họp hằng tháng", 3.5, "Không phải số nguyên từ 1 đến 31"),
                set("no time", UNITS, 4, "Giờ họp", "7 giờ tối", "Không phải giờ"),
                set("name from tomorrow on", UNITS, 3, "Tên áp dụng từ ngày", TODAY.plusDays(1), "Tên mới chưa có hiệu lực"),
                set("name older than the unit", UNITS, 3, "Tên áp dụng từ ngày", LocalDate.of(2020, 1, 1), "Sớm hơn ngày thành lập"));
    }

    static Stream<Case> people() {
        return Stream.of(
                set("no home cell", PEOPLE, 2, "Mã chi bộ nơi sinh hoạt", null, "Chưa ghi"),
                set("unknown home cell", PEOPLE, 2, "Mã chi bộ nơi sinh hoạt", "17971-9", "Không có chi bộ mang mã này"),
                set("home is a commune", PEOPLE, 2, "Mã chi bộ nơi sinh hoạt", "17971", "Mã này là của Xã Kim Liên"),
                new Case("school cell without a reason", book -> book.set(PEOPLE, 2, "Mã chi bộ nơi sinh hoạt", "17971-2"),
                        PEOPLE, 2, "Lý do không sinh hoạt ở khu dân cư", "Chi bộ nơi sinh hoạt không phải chi bộ khu dân cư"),
                set("reason without need", PEOPLE, 2, "Lý do không sinh hoạt ở khu dân cư", "Công tác ở trường", "Chi bộ nơi sinh hoạt là chi bộ khu dân cư"),
                new Case("ended home cell", book -> book.set(UNITS, 4, "Đến ngày", LocalDate.of(2026, 1, 31))
                        .set(PEOPLE, 3, "Ngày kết thúc", LocalDate.of(2026, 1, 31)),
                        PEOPLE, 2, "Mã chi bộ nơi sinh hoạt", "Chi bộ đã kết thúc ngày 31/01/2026"),
                new Case("same person twice", book -> book.person("kl-001", "Nguyễn Thị Đào", "17971-1"), PEOPLE, 4, "Mã đảng viên", "Trùng với dòng 2"),
                set("login of another account", PEOPLE, 3, "Tên đăng nhập", "quantri", "Tên đăng nhập này là của tài khoản khác"),
                set("login with tone marks", PEOPLE, 3, "Tên đăng nhập", "đào.nt", "Mã có ký tự không dùng được"),
                set("bad e-mail", PEOPLE, 2, "Email", "dao@nghean", "Địa chỉ thư điện tử không đúng"),
                set("bad phone", PEOPLE, 2, "Điện thoại", "091234", "Số điện thoại không đúng"),
                set("phone as number", PEOPLE, 2, "Điện thoại", 912345678, "Ô đang ở dạng số"));
    }

    static Stream<Case> spans() {
        return Stream.of(
                set("post of nobody", POSTS, 2, "Mã đảng viên", "kl-999", "Không có đảng viên mang mã này"),
                set("post nowhere", POSTS, 2, "Mã tổ chức", "18000", "Không có tổ chức mang mã này"),
                set("post in a cell", POSTS, 2, "Mã tổ chức", "17971-1", "Mã này là của chi bộ"),
                new Case("commune worker of the province", book -> book.set(POSTS, 3, "Mã tổ chức", "40"), POSTS, 3, "Diện", "Diện này chỉ có ở cấp xã"),
                set("reversed dates", POSTS, 2, "Đến ngày", LocalDate.of(2025, 6, 1), "Sớm hơn Từ ngày"),
                new Case("overlapping posts", book -> book.line(POSTS, "Mã đảng viên", "kl-001", "Mã tổ chức", "17971", "Diện",
                        "Cấp ủy viên", "Chức danh", "Phó Bí thư", "Từ ngày", LocalDate.of(2026, 1, 1)), POSTS, 4, "Từ ngày", "Trùng thời gian với dòng 2"),
                set("cell committee of a commune", MEMBERS, 2, "Cơ quan", "Chi ủy", "Cấp Xã không có cơ quan này"),
                set("office of a cell", MEMBERS, 3, "Cơ quan", "Văn phòng", "Cấp Chi bộ không có cơ quan này"),
                set("unknown body", MEMBERS, 2, "Cơ quan", "Ban Quản lý", "Giá trị không có trong danh mục"),
                new Case("strikes what is not there", book -> book.set(POSTS, 2, "Bỏ dòng", "Bỏ"), POSTS, 2, "Bỏ dòng", "Không có dòng này trong dữ liệu để bỏ"),
                new Case("in charge of the whole province", book -> book.line(AREAS, "Mã đảng viên", "kl-001", "Mã tổ chức", "40",
                        "Từ ngày", TestWorkbook.JULY), AREAS, 2, "Mã tổ chức", "Địa bàn phụ trách là cả tỉnh"),
                new Case("exemption of nobody", book -> book.line(EXEMPTIONS, "Mã đảng viên", "kl-009", "Diện", "Tạm dừng",
                        "Từ ngày", TestWorkbook.JULY), EXEMPTIONS, 2, "Mã đảng viên", "Không có đảng viên mang mã này"),
                new Case("weight of 9", book -> book.line(ATTRIBUTES, "Mã tổ chức", "17971-1", "Đặc điểm", "Biên giới",
                        "Trọng số", 9, "Từ ngày", TestWorkbook.JULY), ATTRIBUTES, 2, "Trọng số", "Không phải số nguyên từ 1 đến 5"),
                new Case("body of an unknown unit", book -> book.line(BODIES, "Mã tổ chức", "18000", "Cơ quan", "Văn phòng",
                        "Tên", "Văn phòng Đảng ủy"), BODIES, 2, "Mã tổ chức", "Không có tổ chức mang mã này"),
                new Case("addressee of an unknown unit", book -> book.line(ADDRESSEES, "Mã nơi nhận", "ubnd-1", "Tên",
                        "Ủy ban nhân dân xã", "Loại", "Ủy ban nhân dân", "Mã tổ chức", "18000"), ADDRESSEES, 2, "Mã tổ chức",
                        "Không có tổ chức mang mã này"));
    }

    static Stream<Case> cells() {
        return Stream.of(
                set("30 February", UNITS, 3, "Từ ngày", "30/02/2025", "Ngày không có hoặc không đúng dạng"),
                set("date the American way", UNITS, 3, "Từ ngày", "2025-07-01", "Ngày không có hoặc không đúng dạng"),
                new Case("number in place of a date", book -> {
                    book.set(POSTS, 3, "Ngày quyết định", 45839);
                    book.poi().getSheet(POSTS).getRow(2).getCell(5).setCellStyle(book.poi().createCellStyle());
                }, POSTS, 3, "Ngày quyết định", "Không phải ngày"),
                set("date far away", UNITS, 3, "Từ ngày", LocalDate.of(2925, 7, 1), "Ngày ngoài khoảng"),
                set("code as number", UNITS, 4, "Mã tổ chức cấp trên", 17971, "Ô đang ở dạng số"),
                set("number as text", UNITS, 4, "Ngày họp hằng tháng", "3", "Số đang ở dạng văn bản"),
                set("decomposed letters", UNITS, 3, "Tên", Normalizer.normalize("Xã Kim Liên", Normalizer.Form.NFD), "Chữ có dấu ở dạng tổ hợp"),
                set("spaces at the end", UNITS, 3, "Tên", "Xã Kim Liên ", "Thừa dấu cách"),
                set("two spaces", PEOPLE, 2, "Họ và tên", "Nguyễn  Thị Đào", "Thừa dấu cách"),
                set("space that looks like one", PEOPLE, 2, "Họ và tên", "Nguyễn\u00a0Thị Đào", "Thừa dấu cách"),
                set("a line break", UNITS, 3, "Tên", "Xã\nKim Liên", "Thừa dấu cách"),
                set("letters without width", PEOPLE, 2, "Họ và tên", "Nguyễn Thị\u200b Đào", "Có ký tự không nhìn thấy"),
                set("true instead of a word", PEOPLE, 2, "Họ và tên", true, "Ô chứa giá trị đúng/sai"),
                new Case("formula", book -> book.poi().getSheet(UNITS).getRow(2).getCell(3).setCellFormula("\"Xã \"&\"Kim Liên\""),
                        UNITS, 3, "Tên", "Ô chứa công thức"),
                new Case("error value", book -> book.poi().getSheet(UNITS).getRow(2).getCell(3).setCellErrorValue((byte) 42),
                        UNITS, 3, "Tên", "Ô chứa lỗi của Excel"),
                new Case("cell beside the columns", book -> book.poi().getSheet(UNITS).getRow(2).createCell(20).setCellValue("ghi chú"),
                        UNITS, 3, null, "Ô nằm ngoài các cột của mẫu"));
    }

    static Stream<Case> sheets() {
        return Stream.of(
                new Case("merged cells", book -> book.poi().getSheet(PEOPLE).addMergedRegion(new CellRangeAddress(5, 6, 0, 1)),
                        PEOPLE, null, null, "Có ô gộp"),
                new Case("hidden row", book -> book.poi().getSheet(UNITS).getRow(3).setZeroHeight(true), UNITS, 4, null, "Dòng đang ẩn"),
                new Case("hidden sheet", book -> book.poi().setSheetVisibility(book.poi().getSheetIndex(POSTS), SheetVisibility.HIDDEN),
                        POSTS, null, null, "Trang đang ẩn"),
                new Case("missing sheet", book -> book.poi().removeSheetAt(book.poi().getSheetIndex(AREAS)), AREAS, null, null, "Tệp thiếu trang này"),
                new Case("foreign sheet", book -> book.poi().createSheet("Sheet1").createRow(0).createCell(0).setCellValue("x"),
                        "Sheet1", null, null, "Trang này không có trong mẫu"),
                new Case("unknown column", book -> book.poi().getSheet(UNITS).getRow(0).createCell(11).setCellValue("Ghi chú"),
                        UNITS, 1, null, "Cột này không có trong mẫu"),
                new Case("missing column", book -> {
                    book.poi().getSheet(EXEMPTIONS).getRow(0).removeCell(book.poi().getSheet(EXEMPTIONS).getRow(0).getCell(3));
                }, EXEMPTIONS, 1, "Đến ngày", "Thiếu cột này"),
                new Case("column twice", book -> book.poi().getSheet(UNITS).getRow(0).createCell(11).setCellValue("Giờ họp"),
                        UNITS, 1, "Giờ họp", "Cột có hai lần"),
                new Case("no heading", book -> book.poi().getSheet(AREAS).removeRow(book.poi().getSheet(AREAS).getRow(0)),
                        AREAS, null, null, "Trang không có dòng tiêu đề"));
    }

    @Test
    void aCycleOverSeveralUnitsIsFoundAtEachOfThem() throws Exception {
        TestWorkbook workbook = smallProvince().unit("d1", "Huyện", "Huyện", "Huyện Nam Đàn", "17971");
        workbook.set(UNITS, 3, "Mã tổ chức cấp trên", "d1");
        assertThat(compare(workbook).faults().sorted()).extracting(Fault::problem)
                .containsOnly("Tổ chức trở thành cấp trên của chính nó").hasSize(2);
    }

    @Test
    void twoPeopleWithOneLoginAreBothNamed() throws Exception {
        TestWorkbook workbook = smallProvince().set(PEOPLE, 2, "Tên đăng nhập", "kl").set(PEOPLE, 3, "Tên đăng nhập", "kl");
        assertThat(compare(workbook).faults().sorted()).extracting(Fault::line).containsExactly(2, 3);
    }

    @Test
    void twoProvincesAreBothNamed() throws Exception {
        TestWorkbook workbook = smallProvince().unit("41", "Tỉnh", "Tỉnh", "Tỉnh Hà Tĩnh", null);
        assertThat(compare(workbook).faults().sorted()).extracting(Fault::problem).containsOnly("Có 2 tổ chức cấp tỉnh").hasSize(2);
    }

    @Test
    void noProvinceAtAllIsSaid() throws Exception {
        assertThat(compare(TestWorkbook.template()).faults().sorted()).singleElement()
                .satisfies(fault -> assertThat(fault.problem()).isEqualTo("Chưa có tổ chức cấp tỉnh"));
    }

    @Test
    void aFaultShowsTheValueAndThePlaceInOneLine() throws Exception {
        TestWorkbook workbook = smallProvince().set(UNITS, 3, "Từ ngày", "30/02/2025");
        assertThat(compare(workbook).faults().sorted().get(0).place())
                .isEqualTo("Trang \"Tổ chức\", dòng 3, cột \"Từ ngày\", giá trị \"30/02/2025\"");
    }

    /** March 2025 to July 2025 by one workbook: what only has the usual name follows the organisation. */
    @Test
    void withoutDistrictsTheBoardOfACommuneIsTheBanXayDungDang() throws Exception {
        Register before = new Register();
        WorkbookComparison threeLevels = compare(smallProvince().unit("h1", "Huyện", "Huyện", "Huyện Nam Đàn", "40")
                .set(UNITS, 3, "Mã tổ chức cấp trên", "h1"));
        threeLevels.changes().forEach(change -> before.put(change.after()));
        TestWorkbook ending = TestWorkbook.template().unit("h1", "Huyện", "Huyện", "Huyện Nam Đàn", "40")
                .set(UNITS, 2, "Đến ngày", LocalDate.of(2025, 7, 31)).unit("17971", "Xã", "Xã", "Xã Kim Liên", "40");
        WorkbookComparison twoLevels = WorkbookComparison.of(ending.save(folder), stored(before), wanted -> Set.of(), TODAY, percent -> { });
        assertThat(twoLevels.faults().sorted()).isEmpty();
        assertThat(twoLevels.changes()).filteredOn(change -> change.sheet() == Sheets.Bodies.SHEET).singleElement()
                .satisfies(change -> assertThat(change.detail()).isEqualTo(
                        "Tên: Ban Tổ chức Đảng ủy xã Kim Liên → Ban Xây dựng Đảng Đảng ủy xã Kim Liên"));
    }

    /** Rows as the tables have them: without a line in a workbook. */
    private static Register stored(Register lines) {
        Register stored = new Register();
        Sheets.ALL.forEach(sheet -> lines.of(sheet).forEach(row -> stored.put(new Row(sheet, null, row.values()))));
        return stored;
    }

    @Test
    void timesMayBeTyped() throws Exception {
        WorkbookComparison comparison = compare(smallProvince().set(UNITS, 4, "Giờ họp", "19:30"));
        assertThat(comparison.faults().sorted()).isEmpty();
        assertThat(comparison.changes()).anySatisfy(change -> assertThat(change.after().values()).contains(LocalTime.of(19, 30)));
    }

    private WorkbookComparison compare(TestWorkbook workbook) throws Exception {
        return WorkbookComparison.of(workbook.save(folder), new Register(),
                wanted -> wanted.contains("quantri") ? Set.of("quantri") : Set.of(), TODAY, percent -> { });
    }
}
