package vn.dusinhhoat.attendance.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.MovableClock;

/** Row C12 in the engine: a name in the title of a task is never an expression, and never too long for a step to be taken. */
@ApplicationTest
@Import({VisitFixture.class, EngineSteps.class})
class HostileNamesTest {

    private static final String CELL = VisitFixture.COMMUNE + "-2";

    @Autowired
    private VisitFixture fixture;
    @Autowired
    private EngineSteps engine;
    @Autowired
    private MovableClock clock;
    @Autowired
    private TaskService tasks;
    @Autowired
    private JdbcClient sql;
    private String nameBefore;

    @BeforeEach
    void freezeBeforeTheMeeting() {
        clock.moveTo(Instant.parse("2026-03-30T02:00:00Z"));
        nameBefore = sql.sql("select name from party_unit where code = ?").param(CELL).query(String.class).single();
    }

    @AfterEach
    void reset() {
        clock.reset();
        rename(nameBefore);
    }

    @ParameterizedTest
    @MethodSource("vn.dusinhhoat.testing.HostileText#active")
    void aNameIsNoExpression(String name) {
        rename("Chi bộ " + name);
        Visit visit = fixture.visitOf(fixture.newWorker(), VisitFixture.FRIDAY, CELL);
        assertThat(engine.toReportTask(visit).getName()).isEqualTo("Báo cáo kết quả dự sinh hoạt chi bộ " + name);
    }

    @Test
    void theLongestNamesFitIntoEveryTitle() {
        rename("Ộ".repeat(200));
        String worker = fixture.newWorker();
        sql.sql("update person set full_name = ? where user_id = ?").params("Ữ".repeat(120), worker).update();
        Visit visit = fixture.visitOf(worker, VisitFixture.FRIDAY, CELL);
        assertThat(engine.toReportTask(visit).getName()).hasSize(229);
        for (String timer : new String[] {"timer_beforeLimitOneDay", "timer_limitOneDay", "timer_urge"}) {
            if (!engine.jobs(visit, "attendance-report", timer).isEmpty()) {
                engine.runDueJob(visit, "attendance-report", timer);
            }
        }
        Task urge = tasks.createTaskQuery().processInstanceBusinessKey(String.valueOf(visit.id())).taskDefinitionKey("task_urgeReport").singleResult();
        assertThat(urge.getName()).startsWith("Đôn đốc báo cáo chậm: đồng chí ỮỮ").endsWith("Ộ…").hasSize(255);
    }

    private void rename(String name) {
        sql.sql("update party_unit set name = ? where code = ?").params(name, CELL).update();
    }
}
