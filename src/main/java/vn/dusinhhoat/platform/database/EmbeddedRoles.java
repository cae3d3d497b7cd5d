package vn.dusinhhoat.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;

/**
 * The two roles of the embedded database (ADR 0009). Repeatable; a data folder of an earlier version, where everything
 * belongs to the server's administrator, is handed to the owner once.
 */
final class EmbeddedRoles {

    /** Owns the tables; Flyway works as this role. */
    static final String OWNER = "dusinhhoat";
    /** Reads and writes rows; the application works as this role. */
    static final String APPLICATION = "dusinhhoat_app";

    private static final String SCRIPT = "vn/dusinhhoat/platform/database/embedded-roles.sql";

    private final DataSource administrator;

    EmbeddedRoles(DataSource administrator) {
        this.administrator = administrator;
    }

    void prepare() throws SQLException, IOException {
        String script = new ClassPathResource(SCRIPT).getContentAsString(StandardCharsets.UTF_8);
        try (Connection connection = administrator.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }
}
