package vn.dusinhhoat.browser;

import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitEvent;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.attendance.VisitLog;
import vn.dusinhhoat.platform.TimeZones;

/** A commune of one test alone, with reports that are late and that fall due soon, and the people who watch them. */
final class BoardWorld {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String commune;
    private final VisitFixture fixture;
    private final VisitLog log;
    private final TaskService tasks;
    private final JdbcClient sql;

    BoardWorld(String commune, VisitFixture fixture, VisitLog log, TaskService tasks, JdbcClient sql) {
        this.commune = commune;
        this.fixture = fixture;
        this.log = log;
        this.tasks = tasks;
        this.sql = sql;
    }

    /** Login of the n-th member of the commune's committee: three leaders, three of the board, three of the office, others. */
    String person(int n) {
        return "dv-" + commune + "-" + n;
    }

    String name() {
        return sql.sql("select name from party_unit where code = ?").param(commune).query(String.class).single();
    }

    String nameOf(String user) {
        return sql.sql("select full_name from person where user_id = ?").param(user).query(String.class).single();
    }

    /** The same as somebody types it in a hurry. */
    String typedNameOf(String user) {
        return Normalizer.normalize(nameOf(user), Normalizer.Form.NFD).replaceAll("\\p{M}", "").replace('đ', 'd').replace('Đ', 'D')
                .toLowerCase(Locale.ROOT);
    }

    /** Whose limit passed weeks ago. */
    Visit late(String user) {
        Visit visit = fixture.visitOf(user, cellFor(user), LocalDate.now(TimeZones.VIETNAM).minusDays(30));
        awaitReport(visit);
        Awaitility.await().atMost(PATIENCE).until(() -> has(visit, VisitEvent.Kind.LIMIT_PASSED));
        return visit;
    }

    /** Whose meeting was yesterday, and whose limit is tomorrow, holidays or not. */
    Visit soon(String user) {
        Visit visit = fixture.visitOf(user, cellFor(user), LocalDate.now(TimeZones.VIETNAM).minusDays(1));
        dueTomorrow(awaitReport(visit));
        return visit;
    }

    private void dueTomorrow(Task task) {
        sql.sql("update act_ru_task set due_date_ = now() + interval '1 day' where id_ = ?").param(task.getId()).update();
    }

    /** Not the one where they are at home. */
    private Long cellFor(String user) {
        return sql.sql("""
                select c.id from party_unit c join party_unit u on u.id = c.parent_id
                where u.code = ? and c.level = 'CELL' and c.id <> (select home_cell_id from person where user_id = ?) order by c.id limit 1""")
                .params(commune, user).query(Long.class).single();
    }

    Task awaitReport(Visit visit) {
        return await(visit, "task_writeReportOneDay");
    }

    Task await(Visit visit, String element) {
        return Awaitility.await().atMost(PATIENCE).until(() -> tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id()))
                .taskDefinitionKey(element).singleResult(), found -> found != null);
    }

    /** The report is sent; its reception waits until tomorrow. */
    Task received(Visit visit) {
        fixture.fillIn(visit, VisitFixture.COMPLETE);
        tasks.complete(awaitReport(visit).getId());
        Task reception = await(visit, "task_receiveReport");
        dueTomorrow(reception);
        return reception;
    }

    boolean has(Visit visit, VisitEvent.Kind kind) {
        return log.storyOf(visit.id()).stream().anyMatch(event -> event.kind() == kind);
    }

    LocalDate limitOf(Visit visit) {
        return sql.sql("select cast(limit_at at time zone 'Asia/Ho_Chi_Minh' as date) from report where visit_id = ?").param(visit.id())
                .query(LocalDate.class).single();
    }

    /** Makes somebody one who watches in Cockpit, beside their other work. */
    void supervises(String user) {
        sql.sql("insert into act_id_membership (user_id_, group_id_) values (?, 'supervisors')").param(user).update();
    }

    void permanentDeputy(String user) {
        sql.sql("""
                update body_member set role = 'Phó Bí thư Thường trực' where person_id = (select id from person where user_id = ?)
                and body_id = (select id from body where group_id = ?)""").params(user, "thuongtruc-" + commune).update();
    }
}
