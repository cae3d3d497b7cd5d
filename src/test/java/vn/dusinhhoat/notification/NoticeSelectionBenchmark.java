package vn.dusinhhoat.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;
import vn.dusinhhoat.testing.OwnerSql;

/**
 * 15,000 notices selected and written, beside a year of finished visits, against the same rows inserted one by one. Not part
 * of the tests: {@code mvn test -Dtest=NoticeSelectionBenchmark -Dexec.skip=true}.
 */
@ApplicationTest
class NoticeSelectionBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSelectionBenchmark.class);
    private static final int PEOPLE = 15_000;
    private static final int RUNS = 5;
    private static final Instant MORNING = Instant.parse("2026-04-05T00:00:00Z");

    @Autowired
    private NoticeSelection selection;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private TransactionTemplate transactions;
    @Autowired
    private OwnerSql owner;
    @Autowired
    private MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void measure() {
        clock.moveTo(MORNING);
        prepare();
        for (int run = 0; run < RUNS; run++) {
            report("before the limit, by " + PEOPLE, () -> write(NoticeKind.BEFORE_LIMIT, 1, PEOPLE));
            report("the same moment once more", () -> write(NoticeKind.BEFORE_LIMIT, 1, 0));
            clear();
            report("before the meeting, by " + PEOPLE, () -> write(NoticeKind.BEFORE_MEETING, 1, PEOPLE));
            report("digests of the clerks", () -> write(NoticeKind.CLERK_DIGEST, 0, -1));
            clear();
            report("the same rows one by one, one transaction", this::writeOneByOne);
            clear();
        }
        assertThat(plan(NoticeKind.BEFORE_LIMIT, 1)).contains("ix_report_at_work");
        clear();
        assertThat(plan(NoticeKind.BEFORE_MEETING, 1)).contains("ix_visit_meeting");
        clear();
    }

    private void prepare() {
        sql.sql("""
                insert into person (code, full_name, user_id, home_cell_id, email)
                select 'nhac-' || n, 'Đồng chí Đo Thử ' || n, 'nhac-' || n, c.ids[1 + n % array_length(c.ids, 1)], 'nhac-' || n || '@example.vn'
                from generate_series(1, ?) n, (select array_agg(id) as ids from party_unit where level = 'CELL') c""").param(PEOPLE).update();
        for (int month = 1; month <= 12; month++) {
            visits("ATTENDED", "timestamptz '2026-03-01 19:30+07' - make_interval(months => " + month + ")");
        }
        visits("ATTENDED", "timestamptz '2026-04-03 19:30+07'");
        sql.sql("""
                insert into report (visit_id, form_audience, form_version, rubric_version, state, limit_at)
                select v.id, f.audience, f.version,
                  (select min(version) from score_rubric), case when meeting_at < '2026-04-01' then 'RECEIVED' else 'NOT_STARTED' end,
                  case when meeting_at < '2026-04-01' then meeting_at + interval '2 days' else '2026-04-06 23:59:59+07' end
                from visit v, (select audience, version from report_form order by audience, version limit 1) f
                where v.state = 'ATTENDED' and not exists (select 1 from report r where r.visit_id = v.id)""").update();
        visits("SCHEDULED", "timestamptz '2026-04-06 19:30+07'");
        sql.sql("""
                insert into act_ru_execution (id_, rev_, proc_inst_id_, business_key_, proc_def_id_, is_active_, is_concurrent_,
                  is_scope_, is_event_scope_, suspension_state_)
                select 'do-' || v.id, 1, 'do-' || v.id, v.id::text, d.id_, true, false, true, false, 1
                from visit v join report r on r.visit_id = v.id and r.state = 'NOT_STARTED' join person p on p.id = v.person_id and p.code like 'nhac-%',
                  (select id_ from act_re_procdef where key_ = 'attendance-report') d""").update();
        sql.sql("""
                insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, task_def_key_, suspension_state_)
                select 'do-' || id_, 1, id_, id_, proc_def_id_, 'task_writeReportThreeDays', 1 from act_ru_execution where id_ like 'do-%'""").update();
        owner.sql("analyze").update();
    }

    private void visits(String state, String meeting) {
        sql.sql("insert into visit (person_id, cell_id, meeting_at, state, receiver_id) select p.id, p.home_cell_id, " + meeting
                + ", ?, (select b.id from body b where b.kind = 'THUONG_TRUC' and b.unit_id = h.parent_id) "
                + "from person p join party_unit h on h.id = p.home_cell_id where p.code like 'nhac-%'").param(state).update();
    }

    private void write(NoticeKind kind, int daysAhead, int expected) {
        int written = selection.write(UUID.randomUUID().toString(), List.of(new Moment(kind, daysAhead)));
        if (expected >= 0) {
            assertThat(written).isEqualTo(expected);
        }
    }

    private void writeOneByOne() {
        List<Object[]> visits = jdbc.query("select person_id, id from visit where meeting_at = '2026-04-06 19:30+07' and state = 'SCHEDULED'",
                (row, n) -> new Object[] {row.getLong(1), row.getLong(2)});
        transactions.executeWithoutResult(status -> visits.forEach(visit -> jdbc.update("""
                insert into notice (kind, person_id, visit_id, day, days_off, state, message_id, written_at, next_attempt_at)
                values ('BEFORE_MEETING', ?, ?, date '2026-04-06', 1, 'WAITING', ?, now(), now()) on conflict do nothing""",
                visit[0], visit[1], UUID.randomUUID() + "@localhost")));
        assertThat(visits).hasSize(PEOPLE);
    }

    private String plan(NoticeKind kind, int daysAhead) {
        String plan = String.join("\n", sql.sql("explain (analyze, costs off) " + NoticeSelection.statement(kind))
                .params(selection.questions(new Moment(kind, daysAhead))).query(String.class).list());
        LOG.info("{}:\n{}", kind, plan);
        return plan;
    }

    private void clear() {
        owner.sql("truncate notice").update();
    }

    private static void report(String what, Runnable work) {
        long begin = System.nanoTime();
        work.run();
        LOG.info("%-45s %8.0f ms".formatted(what, (System.nanoTime() - begin) / 1e6));
    }
}
