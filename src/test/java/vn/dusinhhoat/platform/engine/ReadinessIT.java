package vn.dusinhhoat.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import vn.dusinhhoat.testing.MovableClock;
import vn.dusinhhoat.testing.OwnerSql;
import vn.dusinhhoat.testing.RawHttp;
import vn.dusinhhoat.testing.RunningApplicationTest;

/** Row O2: each thing that makes a node unfit for work, and that none of them is a reason to restart it. */
@RunningApplicationTest
class ReadinessIT {

    @LocalManagementPort
    private int managementPort;
    @Autowired
    private OwnerSql owner;
    @Autowired
    private JobExecutor jobExecutor;
    @Autowired
    private MovableClock clock;

    @Test
    void tablesOfAnotherVersion() {
        owner.sql("update act_ge_schema_log set version_ = '7.23.0'").update();
        try {
            assertUnready();
        } finally {
            owner.sql("update act_ge_schema_log set version_ = '7.24.0'").update();
        }
        assertReady();
    }

    @Test
    void noJobExecutor() {
        jobExecutor.shutdown();
        try {
            assertUnready();
        } finally {
            jobExecutor.start();
        }
        assertReady();
    }

    @Test
    void anotherTimeThanTheDatabases() {
        try {
            clock.moveTo(Instant.now().plusSeconds(25));
            assertReady();
            clock.moveTo(Instant.now().plusSeconds(40));
            assertUnready();
            clock.moveTo(Instant.now().minusSeconds(40));
            assertUnready();
        } finally {
            clock.reset();
        }
        assertReady();
    }

    /** Not even which parts were asked, up or down. */
    @Test
    void nobodyIsToldDetails() {
        RawHttp inner = new RawHttp(managementPort);
        assertThat(inner.get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\",\"groups\":[\"liveness\",\"readiness\"]}");
        for (String path : new String[] {"/db", "/engine", "/diskSpace", "/readiness/engine", "/readiness/readinessState", "/liveness/livenessState"}) {
            assertThat(inner.get("/actuator/health" + path).status()).as(path).isEqualTo(404);
        }
    }

    private void assertReady() {
        RawHttp.Answer answer = new RawHttp(managementPort).get("/actuator/health/readiness");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }

    private void assertUnready() {
        RawHttp inner = new RawHttp(managementPort);
        RawHttp.Answer answer = inner.get("/actuator/health/readiness");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"status\":\"DOWN\"}");
        assertThat(inner.get("/actuator/health/liveness").status()).isEqualTo(200);
    }
}
