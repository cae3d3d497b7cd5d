package vn.dusinhhoat.organization.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dusinhhoat.organization.register.TestWorkbook.PEOPLE;
import static vn.dusinhhoat.organization.register.TestWorkbook.smallProvince;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dusinhhoat.testing.ApplicationProcess;
import vn.dusinhhoat.testing.TestDatabase;

/** An installation that takes its organisation in without a person at the screen. */
class OrganizationAtStartIT {

    private static final String NAME = "Nguyễn  Thị Đào";

    @TempDir
    private Path folder;

    @Test
    void aFaultyFileIsRefusedWholeAndARightOneIsTakenIn() throws Exception {
        String database = TestDatabase.create();
        Path file = smallProvince().set(PEOPLE, 2, "Họ và tên", NAME).save(folder);
        try (ApplicationProcess faulty = launch(database, file)) {
            assertThat(faulty.awaitRefusal()).contains("có 1 lỗi, chưa ghi gì", "Trang \"Đảng viên\", dòng 2, cột \"Họ và tên\"")
                    .doesNotContain(NAME);
        }
        assertThat(folder.resolve("to-chuc-loi.xlsx")).isNotEmptyFile();
        assertThat(count(database, "select count(*) from party_unit")).isZero();

        try (ApplicationProcess right = launch(database, smallProvince().save(folder))) {
            assertThat(right.awaitEnd()).as(right.text()).isZero();
        }
        assertThat(count(database, "select count(*) from person")).isEqualTo(2);
        assertThat(count(database, "select count(*) from organization_change where actor = 'organization.file'")).isPositive();
    }

    private ApplicationProcess launch(String database, Path file) {
        return ApplicationProcess.launch(folder, Stream.concat(Arrays.stream(TestDatabase.settings(database)).map("--"::concat),
                Stream.of("--dusinhhoat.first-admin.password=Mat-khau-rieng-cua-tinh-1",
                "--dusinhhoat.organization.file=" + file,
                        "--dusinhhoat.organization.then-exit=true")).toArray(String[]::new));
    }

    private static long count(String database, String question) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, TestDatabase.OWNER, "");
             Statement statement = connection.createStatement(); ResultSet answer = statement.executeQuery(question)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
