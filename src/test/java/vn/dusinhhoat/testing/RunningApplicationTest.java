package vn.dusinhhoat.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import vn.dusinhhoat.access.OrganizationFixture;
import vn.dusinhhoat.attendance.VisitFixture;
import vn.dusinhhoat.planning.PlanFixture;
import vn.dusinhhoat.planning.process.PlanRoad;

/**
 * The application as it ships, on a free port with the job executor on; only its database and clock are the test's.
 * One application for all: the web applications know one engine only, the one started last. So what tests bring along
 * is imported here and not by each of them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"dusinhhoat.sample.enabled=true", "dusinhhoat.sample.duties=false", "management.server.port=0",
            // All tests come from one address, and many of them with wrong passwords.
            "dusinhhoat.front-door.most-failed-logins=100000",
            // Tests leave it out otherwise.
            "management.prometheus.metrics.export.enabled=true",
            "camunda.bpm.generate-unique-process-engine-name=false"})
@ContextConfiguration(initializers = TestSettings.class)
@Import({TestSettings.TestClock.class, VisitFixture.class, OrganizationFixture.class, PlanFixture.class, PlanRoad.class})
public @interface RunningApplicationTest {
}
