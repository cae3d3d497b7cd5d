package vn.dusinhhoat.organization.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register as the tables have it. */
@Component
class StoredRegister {

    private static final int FETCH = 1_000;

    private final JdbcTemplate sql;

    StoredRegister(JdbcTemplate sql) {
        this.sql = new JdbcTemplate(sql.getDataSource());
        this.sql.setFetchSize(FETCH);
    }

    /** Everything, nine statements. */
    @Transactional(readOnly = true)
    public Register load() {
        Register register = new Register();
        for (Sheet sheet : Sheets.ALL) {
            sql.query(Tables.of(sheet).select(), (ResultSet line) -> register.put(row(sheet, line)));
        }
        return register;
    }

    private static Row row(Sheet sheet, ResultSet line) throws SQLException {
        Object[] values = new Object[sheet.columns().size()];
        for (int index = 0; index < values.length; index++) {
            Column<?> column = sheet.columns().get(index);
            if (column != sheet.strike()) {
                Object stored = line.getObject(index + 1, column.content().databaseType());
                values[index] = stored == null ? null : column.content().fromDatabase(stored);
            }
        }
        return new Row(sheet, null, values);
    }
}
