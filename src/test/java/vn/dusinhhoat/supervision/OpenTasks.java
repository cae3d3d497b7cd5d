package vn.dusinhhoat.supervision;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.platform.TimeZones;

/** Rows of visits, reports and the engine's open tasks, written as they would stand after months of work. */
class OpenTasks {

    private final JdbcClient sql;

    OpenTasks(JdbcClient sql) {
        this.sql = sql;
    }

    /** A visit to the second cell of xã Kim Liên at 19:30. */
    Long visit(String userId, LocalDate meeting, String state, Long receiver) {
        return sql.sql("""
                insert into visit (person_id, cell_id, meeting_at, state, receiver_id)
                select p.id, c.id, :at, :state, :receiver from person p, party_unit c where p.user_id = :user and c.code = '17971-2' returning id""")
                .param("at", Timestamp.from(meeting.atTime(LocalTime.of(19, 30)).atZone(TimeZones.VIETNAM).toInstant()))
                .param("state", state).param("receiver", receiver).param("user", userId).query(Long.class).single();
    }

    /** @param onTime null while it has not been sent */
    void report(Long visit, String state, Instant limit, Boolean onTime, String step) {
        sql.sql("""
                insert into report (visit_id, state, limit_at, limit_days, form_audience, form_version, rubric_version, submitted_at, submitted_by, on_time, ladder_step)
                values (:visit, :state, :limit, 1, 'COMMUNE', 1, 1, :sent, :by, :onTime, :step)""")
                .param("visit", visit).param("state", state).param("limit", Timestamp.from(limit)).param("sent", onTime == null ? null : Timestamp.from(limit))
                .param("by", onTime == null ? null : "ai-do").param("onTime", onTime).param("step", step).update();
    }

    /**
     * An open task of a case about the visit.
     *
     * @param assignee null for a body's task
     * @param groups   candidates
     * @return its id
     */
    String task(String process, String element, Long visit, String unit, Instant due, String assignee, List<String> groups) {
        String id = UUID.randomUUID().toString();
        String definition = sql.sql("select id_ from act_re_procdef where key_ = ? order by version_ desc limit 1").param(process).query(String.class).single();
        sql.sql("""
                insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_, proc_def_id_, act_id_, is_active_, is_concurrent_, is_scope_,
                    is_event_scope_, suspension_state_, cached_ent_state_, sequence_counter_, tenant_id_)
                values (:id, 1, :id, :key, :definition, :element, true, false, true, false, 1, 0, 1, :unit)""")
                .param("id", id).param("key", visit.toString()).param("definition", definition).param("element", element).param("unit", unit).update();
        sql.sql("""
                insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, assignee_, priority_, create_time_,
                    due_date_, suspension_state_, tenant_id_, task_state_)
                values (:id, 1, :id, :id, :definition, :name, :element, :assignee, 50, :created, :due, 1, :unit, 'Created')""")
                .param("id", id).param("definition", definition).param("name", "Việc của lượt dự " + visit).param("element", element)
                .param("assignee", assignee).param("created", Timestamp.from(due.minusSeconds(86_400))).param("due", Timestamp.from(due))
                .param("unit", unit).update();
        groups.forEach(group -> sql.sql("insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_, tenant_id_) values (?, 1, ?, 'candidate', ?, ?)")
                .params(UUID.randomUUID().toString(), group, id, unit).update());
        return id;
    }
}
