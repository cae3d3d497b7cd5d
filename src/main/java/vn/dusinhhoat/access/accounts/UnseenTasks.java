package vn.dusinhhoat.access.accounts;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open tasks that nobody can do: the assignee, or every candidate group, is not in the tenant of the case, or does not
 * exist. The engine's tables are only read; its queries know no such question.
 */
@Component
class UnseenTasks {

    private static final String OF_ASSIGNEES = """
            select 'Việc ' || t.id_ || ': người được giao ' || t.assignee_ || ' không xem được (đơn vị ' || coalesce(t.tenant_id_, '–') || ')'
            from act_ru_task t
            where t.assignee_ is not null and (
              not exists (select 1 from act_id_user u where u.id_ = t.assignee_)
              or t.tenant_id_ is not null
                and not exists (select 1 from act_id_membership m where m.user_id_ = t.assignee_ and m.group_id_ = 'camunda-admin')
                and not exists (
                  select 1 from act_id_tenant_member s where s.tenant_id_ = t.tenant_id_ and (s.user_id_ = t.assignee_
                    or s.group_id_ in (select m.group_id_ from act_id_membership m where m.user_id_ = t.assignee_))))
            order by t.id_""";
    private static final String OF_GROUPS = """
            select 'Việc ' || t.id_ || ': nhóm ' || l.group_id_ || ' không xem được (đơn vị ' || t.tenant_id_ || ')'
            from act_ru_task t join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate'
            where t.assignee_ is null and t.tenant_id_ is not null and l.group_id_ is not null
              and not exists (select 1 from act_id_tenant_member s
                              where s.tenant_id_ = t.tenant_id_ and s.group_id_ = l.group_id_)
            order by t.id_""";

    private final JdbcClient sql;

    UnseenTasks(JdbcClient sql) {
        this.sql = sql;
    }

    /** One line for each. */
    @Transactional(readOnly = true)
    List<String> lines() {
        List<String> lines = sql.sql(OF_ASSIGNEES).query(String.class).list();
        lines.addAll(sql.sql(OF_GROUPS).query(String.class).list());
        return lines;
    }
}
