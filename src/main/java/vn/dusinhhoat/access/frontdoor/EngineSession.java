package vn.dusinhhoat.access.frontdoor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Own pages and endpoints under {@code /camunda/api} use the login of the webapps: without it 401, with it the engine
 * knows whose request it is and checks that person's rights.
 */
@Configuration(proxyBeanMethods = false)
class EngineSession implements WebMvcConfigurer, HandlerInterceptor {

    private final ObjectProvider<ProcessEngine> engine;

    EngineSession(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/camunda/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentications logins = Authentications.getCurrent();
        UserAuthentication login = logins == null ? null
                : (UserAuthentication) logins.getAuthenticationForProcessEngine(engine.getObject().getName());
        if (login == null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return false;
        }
        engine.getObject().getIdentityService()
                .setAuthentication(login.getIdentityId(), login.getGroupIds(), login.getTenantIds());
        return true;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, Exception e) {
        engine.getObject().getIdentityService().clearAuthentication();
    }
}
