package vn.dusinhhoat.organization.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.organization.register.Change.Action;
import vn.dusinhhoat.organization.register.OrganizationRegister.Checked;
import vn.dusinhhoat.testing.ApplicationTest;

@ApplicationTest
@Transactional
class OrganizationRegisterTest {

    private static final String NEW_COMMUNE = "99001";

    @Autowired
    private OrganizationRegister register;
    @Autowired
    private JdbcTemplate sql;
    @TempDir
    private Path folder;

    @Test
    void thePresentOrganisationTakenInAgainChangesNothing() throws IOException {
        Path file = folder.resolve("hien-nay.xlsx");
        try (var out = Files.newOutputStream(file)) {
            register.writeCurrent(out);
        }
        Checked checked = check(file);
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.changes()).isEmpty();
        Long logged = sql.queryForObject("select count(*) from organization_change", Long.class);
        assertThat(apply(file, checked)).isTrue();
        assertThat(sql.queryForObject("select count(*) from organization_change", Long.class)).isEqualTo(logged);
    }

    @Test
    void aNewCommuneComesInWithItsUsualBodiesAndItsPeopleWithLogins() {
        Path file = twoCells().save(folder);
        Checked checked = check(file);
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.changes()).extracting(Change::action).containsOnly(Action.NEW);
        assertThat(checked.changes()).extracting(Change::unitName).containsOnly("Xã Làng Sen");
        assertThat(apply(file, checked)).isTrue();

        assertThat(sql.queryForList("select b.name from body b join party_unit u on u.id = b.unit_id where u.code = ? order by b.id",
                String.class, NEW_COMMUNE)).startsWith("Thường trực Đảng ủy xã Làng Sen").contains("Ban Xây dựng Đảng Đảng ủy xã Làng Sen")
                .hasSize(6);
        assertThat(sql.queryForObject("select user_id from person where code = 'ls-001'", String.class)).isEqualTo("dv-ls-001");
        assertThat(sql.queryForObject("select user_id from person where code = 'ls-002'", String.class)).isNull();
        assertThat(sql.queryForObject("select meeting_time::text from party_unit where code = '99001-1'", String.class)).isEqualTo("19:30:00");
        assertThat(sql.queryForObject("select n.name from unit_name n join party_unit u on u.id = n.unit_id where u.code = ?",
                String.class, NEW_COMMUNE)).isEqualTo("Xã Làng Sen");

        assertThat(check(file).changes()).as("the same file once more").isEmpty();
    }

    @Test
    void aRenamedUnitKeepsItsOldNameAndItsUsualBodiesFollow() {
        applied(twoCells());
        TestWorkbook renamed = TestWorkbook.template()
                .unit(NEW_COMMUNE, "Xã", "Xã", "Xã Hoàng Trù", "40")
                .set(TestWorkbook.UNITS, 2, "Tên áp dụng từ ngày", LocalDate.of(2025, 9, 1));
        Checked checked = check(renamed.save(folder));
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.changes()).anySatisfy(change -> assertThat(change.detail())
                .isEqualTo("Tên: Xã Làng Sen → Xã Hoàng Trù; Tên áp dụng từ ngày: 01/07/2025 → 01/09/2025"));
        applied(renamed);
        assertThat(sql.queryForList("select n.name from unit_name n join party_unit u on u.id = n.unit_id where u.code = ? order by n.valid_from",
                String.class, NEW_COMMUNE)).containsExactly("Xã Làng Sen", "Xã Hoàng Trù");
        assertThat(sql.queryForObject("select b.name from body b where b.group_id = 'thuongtruc-99001'", String.class))
                .isEqualTo("Thường trực Đảng ủy xã Hoàng Trù");
    }

    @Test
    void endingAndTakingBackAreShownAsEnded() {
        applied(twoCells());
        TestWorkbook end = TestWorkbook.template()
                .cell("99001-2", "Xóm", "Chi bộ xóm 2", NEW_COMMUNE, 5, null)
                .set(TestWorkbook.UNITS, 2, "Đến ngày", LocalDate.of(2026, 5, 31))
                .set(TestWorkbook.UNITS, 2, "Mã tổ chức kế thừa", "99001-1")
                .line(TestWorkbook.POSTS, "Mã đảng viên", "ls-001", "Mã tổ chức", NEW_COMMUNE, "Diện", "Cấp ủy viên",
                        "Chức danh", "Bí thư", "Từ ngày", TestWorkbook.JULY, "Bỏ dòng", "Bỏ");
        Checked checked = check(end.save(folder));
        assertThat(checked.faults()).isEmpty();
        assertThat(checked.changes()).extracting(Change::action).containsOnly(Action.ENDED);
        applied(end);
        assertThat(sql.queryForObject("select count(*) from post p join person q on q.id = p.person_id where q.code = 'ls-001'", Long.class))
                .isZero();
        assertThat(sql.queryForObject("select s.code from party_unit u join party_unit s on s.id = u.successor_id where u.code = '99001-2'",
                String.class)).isEqualTo("99001-1");
        assertThat(sql.queryForList("select detail from organization_change where action = 'ENDED' and sheet = 'Chức vụ'", String.class))
                .containsExactly("Bỏ dòng ghi nhầm");
    }

    @Test
    void whatWasCheckedAgainstAnOlderOrganisationIsNotApplied() {
        Path file = twoCells().save(folder);
        Checked checked = check(file);
        sql.update("update organization_revision set number = number + 1");
        assertThat(apply(file, checked)).isFalse();
        assertThat(sql.queryForObject("select count(*) from party_unit where code = ?", Long.class, NEW_COMMUNE)).isZero();
    }

    @Test
    void theTemplateIsRightAndEmptyAndExplainsEveryColumn() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        register.writeTemplate(out);
        TestWorkbook template = TestWorkbook.of(out.toByteArray());
        assertThat(check(template.save(folder)).faults()).isEmpty();
        StringBuilder instructions = new StringBuilder();
        template.poi().getSheet("Hướng dẫn").forEach(row -> instructions.append(row.getCell(0).getStringCellValue()).append('\n'));
        Sheets.ALL.forEach(sheet -> sheet.columns().forEach(column ->
                assertThat(instructions.toString()).contains("    " + column.header())));
    }

    static TestWorkbook twoCells() {
        return TestWorkbook.template()
                .unit(NEW_COMMUNE, "Xã", "Xã", "Xã Làng Sen", "40")
                .cell("99001-1", "Xóm", "Chi bộ xóm 1", NEW_COMMUNE, 3, java.time.LocalTime.of(19, 30))
                .cell("99001-2", "Xóm", "Chi bộ xóm 2", NEW_COMMUNE, 5, null)
                .person("ls-001", "Nguyễn Thị Đào", "99001-1")
                .person("ls-002", "Trần Văn Ước", "99001-2")
                .line(TestWorkbook.POSTS, "Mã đảng viên", "ls-001", "Mã tổ chức", NEW_COMMUNE, "Diện", "Cấp ủy viên",
                        "Chức danh", "Bí thư", "Từ ngày", TestWorkbook.JULY);
    }

    private void applied(TestWorkbook workbook) {
        Path file = workbook.save(folder);
        assertThat(apply(file, check(file))).isTrue();
    }

    private Checked check(Path file) {
        try {
            return register.check(file, percent -> { });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private boolean apply(Path file, Checked checked) {
        try {
            return register.apply(file, checked.revision(), "quantri", percent -> { });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

}
