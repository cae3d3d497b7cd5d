package vn.dusinhhoat.platform.database;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.StartupRefused;
import vn.dusinhhoat.platform.StartupStep;

/**
 * What was written down for ever can be changed by nobody who works through the application, whatever an installation's
 * settings are (ADR 0009, row D2): the application does not run as a role that could.
 */
@Component
@Order(StartupStep.CHECK_SCHEMA)
class RightsCheck implements StartupStep {

    private static final String CHANGEABLE = """
            select c.relname from pg_class c
            where c.relnamespace = current_schema()::regnamespace
              and c.oid in (select tgrelid from pg_trigger where tgfoid = 'refuse_change'::regproc)
              and (pg_has_role(current_user, c.relowner, 'MEMBER')
                   or has_table_privilege(current_user, c.oid, 'DELETE, TRUNCATE, TRIGGER')
                   or has_any_column_privilege(current_user, c.oid, 'UPDATE'))
            order by c.relname""";
    private static final String MAKES_TABLES =
            "select has_schema_privilege(current_user, current_schema(), 'CREATE')";

    private final JdbcClient sql;

    RightsCheck(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void run() {
        List<String> changeable = sql.sql(CHANGEABLE).query(String.class).list();
        if (!changeable.isEmpty()) {
            throw refused("sửa hoặc xóa được nhật ký chỉ ghi thêm (" + String.join(", ", changeable) + ")");
        }
        if (sql.sql(MAKES_TABLES).query(Boolean.class).single()) {
            throw refused("tạo được bảng");
        }
    }

    private StartupRefused refused(String tooMuch) {
        String role = sql.sql("select current_user").query(String.class).single();
        return new StartupRefused("Tài khoản cơ sở dữ liệu " + role + " của ứng dụng " + tooMuch + ": dùng cho"
                + " SPRING_DATASOURCE_USERNAME một tài khoản thường, không phải quản trị và không thuộc nhóm sở hữu bảng"
                + " (docs/operations.md), rồi khởi động lại.");
    }
}
