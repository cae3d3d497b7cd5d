package vn.dusinhhoat.organization.register;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dusinhhoat.organization.register.TestWorkbook.MEMBERS;
import static vn.dusinhhoat.organization.register.TestWorkbook.PEOPLE;
import static vn.dusinhhoat.organization.register.TestWorkbook.POSTS;
import static vn.dusinhhoat.organization.register.TestWorkbook.UNITS;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.dusinhhoat.organization.imports.FaultWorkbook;
import vn.dusinhhoat.organization.workbook.RawCell;
import vn.dusinhhoat.template.SheetSpec;
import vn.dusinhhoat.template.SheetSpec.ColumnSpec;
import vn.dusinhhoat.template.SheetSpec.Format;
import vn.dusinhhoat.template.WorkbookWriter;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.testing.HostileText;

/** Rows C12 and C14 in workbooks: what names hold stays text on its way in and out. */
class HostileWorkbookTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);

    @TempDir
    private Path folder;

    static Stream<Column<?>> texts() {
        return Sheets.ALL.stream().flatMap(sheet -> sheet.columns().stream())
                .filter(column -> column.content().databaseType() == String.class && !(column.content() instanceof Contents.Choice));
    }

    /** Found in the sheets, so that a new column is looked at too. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void everyTextIsAFaultWithARemedyOrComesInAsItIs(Column<?> column) {
        Stream.of(HostileText.shownAsTyped().values().stream(), HostileText.broken(), Stream.of(HostileText.LONG, HostileText.VERY_LONG,
                HostileText.INVISIBLE)).flatMap(each -> each).forEach(text -> {
                    try {
                        Object read = column.content().read(new RawCell(RawCell.Type.TEXT, text, 0, null));
                        assertThat(read).isEqualTo(text).asString().hasSizeLessThanOrEqualTo(254);
                        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
                        assertThat(text.chars()).noneMatch(Character::isISOControl).noneMatch(c -> Character.getType(c) == Character.FORMAT)
                                .noneMatch(c -> c == '\uD83D');
                    } catch (Unreadable refused) {
                        assertThat(refused.getMessage()).isNotBlank();
                        assertThat(refused.remedy()).endsWith(".");
                    }
                });
    }

    /** What the file says is repeated to people and stored: never more than fits, never what cannot be stored. */
    @Test
    void aFaultCanAlwaysBeStored() throws Exception {
        TestWorkbook workbook = TestWorkbook.smallProvince().set(PEOPLE, 2, "Họ và tên", "_x0000_" + HostileText.HALF)
                .set(PEOPLE, 3, "Họ và tên", HostileText.VERY_LONG.substring(0, 32_000)).set(UNITS, 3, "Tên", "👍".repeat(300))
                .set(POSTS, 1, "Chức danh", "_x0000_=cmd|' /C calc'!A0" + HostileText.LONG);
        List<Fault> faults = compare(workbook).faults().sorted();
        assertThat(faults).hasSizeGreaterThan(3).allSatisfy(fault -> {
            for (String text : List.of(fault.value(), fault.problem(), fault.remedy(), String.valueOf(fault.sheet()), String.valueOf(fault.column()))) {
                assertThat(OutsideText.isBroken(text)).as(text).isFalse();
                assertThat(text).hasSizeLessThanOrEqualTo(500);
            }
            assertThat(fault.value()).hasSizeLessThanOrEqualTo(81);
        });
        assertThat(new Fault("x".repeat(500), 1, "y".repeat(500), null, "", "").sheet()).hasSize(50);
    }

    @Test
    void formulasAreTextsInTheOrganisationGivenOut() throws Exception {
        List<String> active = HostileText.active().toList();
        WorkbookComparison taken = compare(named(active));
        assertThat(taken.faults().sorted()).isEmpty();
        Register register = new Register();
        taken.changes().forEach(change -> register.put(change.after()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RegisterWorkbook.write(register, out);
        List<String> texts = textsIn(out.toByteArray());
        assertThat(texts).containsAll(active);
        Path again = folder.resolve("again.xlsx");
        Files.write(again, out.toByteArray());
        assertThat(WorkbookComparison.of(again, register, wanted -> Set.of(), TODAY, percent -> { }).changes())
                .as("taken in again it changes nothing").isEmpty();
    }

    @Test
    void formulasAreTextsInTheListOfFaults() throws IOException {
        List<Fault> faults = Stream.concat(HostileText.shownAsTyped().values().stream(), HostileText.broken())
                .map(text -> new Fault("Đảng viên", 2, "Họ và tên", text, "Lỗi", "Sửa.")).toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FaultWorkbook.write(faults, out);
        assertThat(textsIn(out.toByteArray())).containsAll(HostileText.active().toList()).contains("a[31mb\nc");
    }

    @Test
    void whatDoesNotFitIntoACellIsCutAndSaysSo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (WorkbookWriter workbook = new WorkbookWriter()) {
            workbook.sheet(new SheetSpec("Dài", List.of(new ColumnSpec("Nội dung", false, Format.TEXT, 20, List.of()))));
            workbook.line(new Object[] {HostileText.VERY_LONG});
            workbook.line(new Object[] {"👍".repeat(20_000)});
            workbook.line(new Object[] {"x".repeat(32_767)});
            workbook.writeTo(out);
        }
        List<String> texts = textsIn(out.toByteArray());
        assertThat(texts.get(1)).hasSize(32_767).startsWith("ỘỘỘ").endsWith("Ộ… (ô Excel chứa tối đa 32.767 ký tự, phần còn lại xem trên hệ thống)");
        assertThat(texts.get(2)).hasSizeBetween(32_766, 32_767).contains("👍… (ô Excel");
        assertThat(texts.get(3)).isEqualTo("x".repeat(32_767));
    }

    /** A province in which everything that can have a name has one of these. */
    static TestWorkbook named(List<String> names) {
        TestWorkbook workbook = TestWorkbook.smallProvince().line("Nơi nhận kiến nghị", "Mã nơi nhận", "ubnd", "Tên", "=1+1|0",
                "Loại", "Ủy ban nhân dân", "Mã tổ chức", "17971");
        for (int n = 0; n < names.size(); n++) {
            String name = names.get(n);
            workbook.cell("17971-x" + n, "Xóm", name, "17971", 3, null).person("x-" + n, name, "17971-x" + n)
                    .line(POSTS, "Mã đảng viên", "x-" + n, "Mã tổ chức", "17971", "Diện", "Đảng viên công tác tại xã", "Chức danh", name,
                            "Số quyết định", name.length() > 50 ? name.substring(0, 50).strip() : name, "Từ ngày", TestWorkbook.JULY)
                    .line(MEMBERS, "Mã đảng viên", "x-" + n, "Mã tổ chức", "17971-x" + n, "Cơ quan", "Chi ủy", "Vai trò", name,
                            "Từ ngày", TestWorkbook.JULY)
                    .line("Cơ quan", "Mã tổ chức", "17971-x" + n, "Cơ quan", "Chi ủy", "Tên", name);
        }
        return workbook;
    }

    /** All texts of all cells; nothing computes. */
    static List<String> textsIn(byte[] file) throws IOException {
        List<String> texts = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach((Cell cell) -> {
                assertThat(cell.getCellType()).as(cell.getAddress() + " of " + sheet.getSheetName())
                        .isIn(CellType.STRING, CellType.NUMERIC, CellType.BLANK);
                if (cell.getCellType() == CellType.STRING) {
                    texts.add(cell.getStringCellValue());
                }
            })));
        }
        return texts;
    }

    private WorkbookComparison compare(TestWorkbook workbook) throws IOException {
        return WorkbookComparison.of(workbook.save(folder), new Register(), wanted -> Set.of(), TODAY, percent -> { });
    }
}
