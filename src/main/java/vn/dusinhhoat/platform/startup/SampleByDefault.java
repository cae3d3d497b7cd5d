package vn.dusinhhoat.platform.startup;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The sample province belongs to a first try, which uses the embedded database; who names a server of their own gets
 * no sample unless they ask for it. Registered in {@code META-INF/spring.factories}.
 */
class SampleByDefault implements EnvironmentPostProcessor {

    private static final String SAMPLE = "dusinhhoat.sample.enabled";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean embedded = environment.getProperty("spring.datasource.url", "embedded").equals("embedded");
        if (!environment.containsProperty(SAMPLE)) {
            environment.getPropertySources()
                    .addLast(new MapPropertySource("sample-by-default", Map.of(SAMPLE, embedded)));
        }
    }
}
