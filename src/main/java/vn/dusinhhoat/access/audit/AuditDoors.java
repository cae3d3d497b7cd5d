package vn.dusinhhoat.access.audit;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.platform.Audit;

/** Where logins and refusals are seen: around every door through which somebody may come in. */
@Configuration(proxyBeanMethods = false)
class AuditDoors {

    @Bean
    FilterRegistrationBean<DoorAuditFilter> doorAudit(Audit audit, JdbcClient sql) {
        FilterRegistrationBean<DoorAuditFilter> registration =
                new FilterRegistrationBean<>(new DoorAuditFilter(audit, new KnownUsers(sql)));
        registration.addUrlPatterns("/camunda/api/*", "/engine-rest/*", "/account/*");
        // Inside the firewall, outside everything that limits and refuses.
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        registration.setAsyncSupported(true);
        return registration;
    }
}
