package vn.dusinhhoat.platform.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dusinhhoat.platform.StartupRefused;
import vn.dusinhhoat.testing.ApplicationProcess;
import vn.dusinhhoat.testing.TestDatabase;

/** What keeps the application from starting, each said in one sentence. */
class StartupRefusalsIT {

    private static final String SAMPLE = "--dusinhhoat.sample.enabled=true";
    private static String migrated;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void migrateOnce() throws Exception {
        migrated = TestDatabase.create();
        try (ApplicationProcess application = launch(migrated, SAMPLE)) {
            application.awaitReady();
        }
    }

    @Test
    void portTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused("Cổng " + taken.getLocalPort() + " đang có chương trình khác dùng", TestDatabase.copyOf(migrated),
                    SAMPLE, "--server.port=" + taken.getLocalPort());
        }
    }

    @Test
    void databaseUnreachable() throws Exception {
        assertRefused("Không kết nối được với cơ sở dữ liệu", "jdbc:postgresql://127.0.0.1:1/khong-co");
    }

    @Test
    void databaseMissing() throws Exception {
        assertRefused("Không có cơ sở dữ liệu mang tên", migrated.replaceAll("test\\d+", "khong_co"));
    }

    @Test
    void schemaFromAnotherVersionOfTheApplication() throws Exception {
        String database = TestDatabase.copyOf(migrated);
        execute(database, "insert into flyway_schema_history values (999, '999', 'tuong lai', 'SQL', 'V999.sql', 1,"
                + " 'x', now(), 1, true)");
        assertRefused("thuộc phiên bản khác của ứng dụng", database, SAMPLE);
    }

    @Test
    void schemaOfAnotherEngineVersion() throws Exception {
        String database = TestDatabase.copyOf(migrated);
        execute(database, "update act_ge_schema_log set version_ = '7.23.0'");
        assertRefused("thuộc phiên bản khác của ứng dụng", database, SAMPLE);
    }

    @Test
    void databaseOfSomethingElse() throws Exception {
        String database = TestDatabase.create();
        execute(database, "create table cua_ung_dung_khac (id int)");
        assertRefused("không phải của ứng dụng này", database);
    }

    @Test
    void oneRoleForEverything() throws Exception {
        assertRefused("đang dùng chung một tài khoản", migrated, "--spring.datasource.username=" + TestDatabase.OWNER);
        assertRefused("đang dùng chung một tài khoản", migrated, "--spring.flyway.user=");
    }

    /** Row D2: a server's administrator, and whoever can take on the owner's role. */
    @Test
    void aRoleThatMayChangeTheAudit() throws Exception {
        assertRefused("sửa hoặc xóa được nhật ký chỉ ghi thêm (account_event, audit_event", TestDatabase.copyOf(migrated),
                SAMPLE, "--spring.datasource.username=postgres");
        String database = TestDatabase.copyOf(migrated);
        administer(database, "drop role if exists kiem_nhiem");
        administer(database, "create role kiem_nhiem login noinherit in role " + TestDatabase.OWNER);
        assertRefused("sửa hoặc xóa được nhật ký chỉ ghi thêm", database, SAMPLE, "--spring.datasource.username=kiem_nhiem");
    }

    /** Rights that somebody gave by hand go with the next start, also those of one column. */
    @Test
    void rightsGivenByHandAreTakenAway() throws Exception {
        String database = TestDatabase.copyOf(migrated);
        execute(database, "grant update (detail) on audit_event to " + TestDatabase.APPLICATION);
        execute(database, "grant delete on visit_event to " + TestDatabase.APPLICATION);
        execute(database, "grant create on schema public to " + TestDatabase.APPLICATION);
        try (ApplicationProcess application = launch(database, SAMPLE)) {
            application.awaitReady();
        }
    }

    @Test
    void authorizationOff() throws Exception {
        assertRefused("Phân quyền đang tắt", migrated, "--camunda.bpm.authorization.enabled=false");
    }

    @Test
    void noAdministratorAndNoPasswordForOne() throws Exception {
        String database = TestDatabase.copyOf(migrated);
        execute(database, "delete from act_id_membership where group_id_ = 'camunda-admin'");
        assertRefused("Chưa có tài khoản quản trị", database);
    }

    @Test
    void sampleOpenToOthersWithTheKnownPassword() throws Exception {
        assertRefused("vẫn dùng mật khẩu mẫu có sẵn", migrated, SAMPLE, "--server.address=0.0.0.0");
    }

    @Test
    void anotherTimeZone() {
        assertThatThrownBy(() -> StartupRequirements.requireZone(ZoneId.of("UTC")))
                .isInstanceOf(StartupRefused.class).hasMessageContaining("-Duser.timezone=Asia/Ho_Chi_Minh");
        StartupRequirements.requireZone(ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    /** R11: one schema, one version of each model, no sample users, whoever comes first. */
    @Test
    void twoNodesOfARealInstallationStartAtOnceOnAnEmptyDatabase() throws Exception {
        String database = TestDatabase.create();
        String password = "--dusinhhoat.first-admin.password=Mat-khau-rieng-cua-tinh-1";
        try (ApplicationProcess one = launch(database, password); ApplicationProcess two = launch(database, password)) {
            one.awaitReady();
            two.awaitReady();
            assertThat(one.http().get("/welcome/sample").body()).contains("\"logins\":[]");
        }
        try (Connection connection = DriverManager.getConnection(database, TestDatabase.OWNER, "");
             var rows = connection.createStatement().executeQuery("""
                     select (select count(*) from act_re_procdef), (select count(distinct key_) from act_re_procdef),
                            (select string_agg(id_, ',') from act_id_user), (select count(*) from party_unit)""")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(rows.getInt(2)).isEqualTo(16);
            assertThat(rows.getString(3)).isEqualTo("quantri");
            assertThat(rows.getInt(4)).isZero();
        }
    }

    private static ApplicationProcess launch(String database, String... settings) {
        // The same setting twice would become a list.
        Map<String, String> byName = new LinkedHashMap<>();
        Stream.of(Stream.of(TestDatabase.settings(database)).map("--"::concat),
                Stream.of("--spring.datasource.hikari.connection-timeout=3000"), Stream.of(settings))
                .flatMap(all -> all).forEach(setting -> byName.put(setting.split("=")[0], setting));
        return ApplicationProcess.launch(folder, byName.values().toArray(String[]::new));
    }

    /** One sentence under "Description", and no stack trace after it. */
    private static void assertRefused(String sentence, String database, String... settings) throws Exception {
        String output = launch(database, settings).awaitRefusal();
        int description = output.indexOf("Description:");
        assertThat(description).as(output).isPositive();
        assertThat(output.substring(description)).contains(sentence).doesNotContain("\tat ");
    }

    private static void administer(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, "postgres", "")) {
            connection.createStatement().execute(sql);
        }
    }

    private static void execute(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, TestDatabase.OWNER, "")) {
            connection.createStatement().execute(sql);
        }
    }
}
