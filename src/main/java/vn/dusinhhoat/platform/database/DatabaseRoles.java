package vn.dusinhhoat.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;
import vn.dusinhhoat.platform.StartupRefused;

/**
 * One role owns the tables and runs Flyway, another one does the application's work (ADR 0009). The second is whoever
 * the application's own connections log in as; {@code afterMigrate__rights.sql} gives it its rights after every start.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseRoles {

    private static final String PLACEHOLDER = "applicationRole";

    @Bean
    FlywayConfigurationCustomizer rightsOfTheApplication(DataSource application, FlywayConnectionDetails owner) {
        return flyway -> {
            if (!StringUtils.hasText(owner.getUsername())) {
                throw sameRole();
            }
            flyway.placeholders(Map.of(PLACEHOLDER, quoted(roleOf(application, owner.getUsername()))));
        };
    }

    private static String roleOf(DataSource application, String owner) {
        try (Connection connection = application.getConnection();
             ResultSet role = connection.createStatement().executeQuery("select current_user")) {
            role.next();
            if (role.getString(1).equals(owner)) {
                throw sameRole();
            }
            return role.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StartupRefused sameRole() {
        return new StartupRefused("Ứng dụng và việc nâng cấp cơ sở dữ liệu đang dùng chung một tài khoản: đặt tài khoản sở hữu"
                + " bảng vào SPRING_FLYWAY_USER và SPRING_FLYWAY_PASSWORD, tạo một tài khoản khác cho"
                + " SPRING_DATASOURCE_USERNAME (docs/operations.md), rồi khởi động lại.");
    }

    /** As a text of SQL. */
    private static String quoted(String role) {
        return "'" + role.replace("'", "''") + "'";
    }
}
