package vn.dusinhhoat.platform.database;

import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/** The engine's own tables, by the very scripts of its release: one place makes the whole schema, in order. */
@Component
class V1__camunda_engine extends BaseJavaMigration {

    private static final String FOLDER = "org/camunda/bpm/engine/db/create/activiti.postgres.create.";
    private static final List<String> SCRIPTS = List.of("engine", "history", "identity",
            "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public void migrate(Context context) {
        for (String script : SCRIPTS) {
            ScriptUtils.executeSqlScript(context.getConnection(),
                    new EncodedResource(new ClassPathResource(FOLDER + script + ".sql"), "UTF-8"));
        }
    }
}
