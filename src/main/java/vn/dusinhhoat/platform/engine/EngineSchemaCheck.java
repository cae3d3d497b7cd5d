package vn.dusinhhoat.platform.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.StartupRefused;
import vn.dusinhhoat.platform.StartupStep;

/** The engine itself does not compare the version of its tables with its own when it may not change them. */
@Component
@Order(StartupStep.CHECK_SCHEMA)
class EngineSchemaCheck implements StartupStep {

    static final String VERSION = "select version_ from act_ge_schema_log order by timestamp_ desc, id_ desc limit 1";

    private final JdbcClient sql;

    EngineSchemaCheck(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public void run() {
        String engine = ProcessEngine.class.getPackage().getImplementationVersion();
        String tables = sql.sql(VERSION).query(String.class).single();
        if (!tables.equals(engine)) {
            throw new StartupRefused("Bảng dữ liệu của bộ máy quy trình thuộc phiên bản khác của ứng dụng ("
                    + tables + ", cần " + engine + "): dùng đúng phiên bản ứng dụng, hoặc khôi phục bản sao lưu cùng phiên bản.");
        }
    }
}
