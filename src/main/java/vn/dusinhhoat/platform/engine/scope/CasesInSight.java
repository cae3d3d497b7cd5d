package vn.dusinhhoat.platform.engine.scope;

import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.reflection.SystemMetaObject;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;

/**
 * Leaves the cases in which a leader's own work is open out of every list and count that somebody asks for who is not to see
 * it (ruling B5): cases, tokens, timers, incidents, statistics, Cockpit's own lists. Like the list of tasks, the engine's statement
 * stays as it is, and only the tables it reads are narrowed first, under their own names.
 */
@Intercepts(@Signature(type = StatementHandler.class, method = "prepare", args = {Connection.class, Integer.class}))
final class CasesInSight implements Interceptor {

    /** The tables that tell of cases, by the column with the id of the case. */
    private static final Map<String, String> TABLES = Map.of("ACT_RU_EXECUTION", "PROC_INST_ID_", "ACT_RU_TASK", "PROC_INST_ID_",
            "ACT_RU_JOB", "PROCESS_INSTANCE_ID_", "ACT_RU_INCIDENT", "PROC_INST_ID_", "ACT_RU_EVENT_SUBSCR", "PROC_INST_ID_",
            "ACT_RU_VARIABLE", "PROC_INST_ID_");
    private static final String HIDDEN = """
            with HIDDEN_CASE as materialized (
                select F.ID_ from ACT_RU_TASK T join ACT_RU_EXECUTION C on C.ID_ = T.PROC_INST_ID_
                join ACT_RU_EXECUTION F on F.ROOT_PROC_INST_ID_ = C.ROOT_PROC_INST_ID_ and F.PARENT_ID_ is null
                where T.ASSIGNEE_ in (select user_id from hidden_people(?, ?))
                  and not exists (select 1 from ACT_RU_IDENTITYLINK L where L.TASK_ID_ = T.ID_ and L.TYPE_ = 'candidate'))""";
    private static final String NARROWED = ", %1$s as not materialized (select * from %1$s where coalesce(%2$s, '') not in (select ID_ from HIDDEN_CASE))";
    private static final String CALLER = "caseScopeCaller";
    private static final String DAY = "caseScopeDay";
    private static final List<ParameterMapping> PARAMETERS = parameters(new Configuration());

    private final Clock clock;

    CasesInSight(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Object intercept(Invocation invocation) throws Throwable {
        BoundSql statement = ((StatementHandler) invocation.getTarget()).getBoundSql();
        if (statement.getParameterObject() instanceof ListQueryParameterObject query && isNarrowed(query)) {
            narrow(statement, query.getAuthCheck().getAuthUserId());
        }
        return invocation.proceed();
    }

    /** Not of our own code and jobs, for which the engine checks nothing; not of administrators. The list of tasks has its own way. */
    private static boolean isNarrowed(ListQueryParameterObject query) {
        return !(query.getAuthCheck() instanceof VisibleTasks) && query.getAuthCheck().getAuthUserId() != null
                && !ScopedAuthorizationManager.areAdministrators(query.getAuthCheck().getAuthGroupIds());
    }

    private void narrow(BoundSql statement, String caller) {
        String asked = statement.getSql();
        String upper = asked.toUpperCase(Locale.ROOT);
        String tables = TABLES.entrySet().stream().filter(table -> upper.contains(table.getKey()))
                .map(table -> NARROWED.formatted(table.getKey(), table.getValue())).collect(Collectors.joining());
        if (tables.isEmpty()) {
            return;
        }
        MetaObject changed = SystemMetaObject.forObject(statement);
        List<ParameterMapping> parameters = new ArrayList<>(PARAMETERS);
        parameters.addAll(statement.getParameterMappings());
        changed.setValue("parameterMappings", parameters);
        changed.setValue("sql", HIDDEN + tables + "\n" + asked);
        statement.setAdditionalParameter(CALLER, caller);
        statement.setAdditionalParameter(DAY, LocalDate.now(clock));
    }

    private static List<ParameterMapping> parameters(Configuration types) {
        return List.of(new ParameterMapping.Builder(types, CALLER, String.class).build(), new ParameterMapping.Builder(types, DAY, LocalDate.class).build());
    }
}
