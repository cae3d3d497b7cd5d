package vn.dusinhhoat.access.frontdoor;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Filters before the engine's REST interfaces: the webapps' own and {@code /engine-rest} for other systems. */
@Configuration(proxyBeanMethods = false)
class EngineDoors {

    /** {@code /engine-rest} is open as shipped: with nobody logged in, the engine checks nothing. */
    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> engineRestAuthentication() {
        FilterRegistrationBean<ProcessEngineAuthenticationFilter> registration =
                new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        registration.addUrlPatterns("/engine-rest/*");
        registration.addInitParameter("authentication-provider", HttpBasicAuthenticationProvider.class.getName());
        registration.setAsyncSupported(true);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RuleViolationStatusFilter> ruleViolationStatus(ObjectMapper json) {
        FilterRegistrationBean<RuleViolationStatusFilter> registration =
                new FilterRegistrationBean<>(new RuleViolationStatusFilter(json));
        registration.addUrlPatterns("/camunda/api/engine/*", "/engine-rest/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 10);
        return registration;
    }

    /** Inside the one that words refusals; before the engine, which takes texts as they come. */
    @Bean
    FilterRegistrationBean<EngineTextFilter> engineText(ObjectMapper json) {
        FilterRegistrationBean<EngineTextFilter> registration = new FilterRegistrationBean<>(new EngineTextFilter(json));
        registration.addUrlPatterns("/camunda/api/engine/*", "/camunda/api/admin/*", "/engine-rest/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 9);
        return registration;
    }

    @Bean
    FilterRegistrationBean<VersionListFilter> versionLists() {
        FilterRegistrationBean<VersionListFilter> registration = new FilterRegistrationBean<>(new VersionListFilter());
        registration.addUrlPatterns("/camunda/api/engine/*");
        registration.setOrder(Ordered.LOWEST_PRECEDENCE - 8);
        return registration;
    }
}
