package vn.dusinhhoat.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application on PostgreSQL with the sample province; jobs run only when the test runs them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(properties = {"camunda.bpm.job-execution.enabled=false", "dusinhhoat.sample.enabled=true",
    "dusinhhoat.sample.duties=false",
    "management.server.port=-1", "camunda.bpm.generate-unique-process-engine-name=true"})
@ContextConfiguration(initializers = TestSettings.class)
@Import(TestSettings.TestClock.class)
public @interface ApplicationTest {
}
