package vn.dusinhhoat.access.frontdoor;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.autoconfigure.security.servlet.PathRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Spring Security's firewall stands before every path, with headers on every answer. Behind it Camunda keeps its own
 * login, session and CSRF token for {@code /camunda/**}, so that a link into Tasklist survives the login; everything
 * that is not named here is refused.
 */
@Configuration(proxyBeanMethods = false)
class FrontDoor {

    private static final long ONE_YEAR_SECONDS = 31_536_000;
    private static final String OWN_PAGES_POLICY = "default-src 'self'; object-src 'none'; base-uri 'self';"
            + " form-action 'self'; frame-ancestors 'none'";

    /** Outermost of all filters, also for what the firewall refuses and for error pages. */
    @Bean
    FilterRegistrationBean<HeaderWriterFilter> securityHeaders() {
        HstsHeaderWriter hsts = new HstsHeaderWriter(AnyRequestMatcher.INSTANCE, ONE_YEAR_SECONDS, true);
        HeaderWriter fixed = (request, response) -> {
            // Camunda's pages bring their own policy with a nonce.
            if (!response.containsHeader("Content-Security-Policy")) {
                response.setHeader("Content-Security-Policy", OWN_PAGES_POLICY);
            }
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("X-Frame-Options", "DENY");
            response.setHeader("Referrer-Policy", "same-origin");
            if (request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/")
                    || request.getRequestURI().startsWith(request.getContextPath() + "/engine-rest")
                    || request.getRequestURI().startsWith(request.getContextPath() + "/account/password")) {
                response.setHeader("Cache-Control", "no-store");
            }
        };
        HeaderWriterFilter filter = new HeaderWriterFilter(List.of(fixed, hsts,
                new StaticHeadersWriter("Permissions-Policy", "geolocation=(), camera=(), microphone=()")));
        FilterRegistrationBean<HeaderWriterFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR, DispatcherType.ASYNC);
        return registration;
    }

    @Bean
    FilterRegistrationBean<FirewallFilter> firewall() {
        FilterRegistrationBean<FirewallFilter> registration = new FilterRegistrationBean<>(new FirewallFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimit() {
        FilterRegistrationBean<BodyLimitFilter> registration = new FilterRegistrationBean<>(new BodyLimitFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
        return registration;
    }

    @Bean
    FilterRegistrationBean<LoginRateFilter> loginRate(Clock clock,
                                                      @Value("${dusinhhoat.front-door.most-failed-logins}") int mostFailedLogins) {
        FilterRegistrationBean<LoginRateFilter> registration =
                new FilterRegistrationBean<>(new LoginRateFilter(new FailedLogins(clock, mostFailedLogins)));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 4);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RequestLocalNonceFilter> requestLocalNonce() {
        FilterRegistrationBean<RequestLocalNonceFilter> registration =
                new FilterRegistrationBean<>(new RequestLocalNonceFilter());
        registration.addUrlPatterns("/camunda/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    @Bean
    @Order(1)
    SecurityFilterChain health(HttpSecurity http) throws Exception {
        return bare(http.securityMatcher(EndpointRequest.toAnyEndpoint()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain camunda(HttpSecurity http) throws Exception {
        // A path matcher: a plain string would not cover /camunda/api, which belongs to another servlet.
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        return bare(http.securityMatcher(path.matcher("/camunda/**")))
                .authorizeHttpRequests(requests -> requests
                        // The way to create the first administrator from outside.
                        .requestMatchers(path.matcher("/camunda/api/admin/setup/**"),
                                path.matcher("/camunda/app/admin/*/setup/**")).denyAll()
                        .anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        return bare(http)
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll()
                        // Guarded by its own filter: every call carries a user id and password.
                        .requestMatchers(path.matcher("/engine-rest/**")).permitAll()
                        .requestMatchers(path.matcher("/"), path.matcher("/index.html"), path.matcher("/welcome/**"),
                                path.matcher("/favicon.ico")).permitAll()
                        // A password in exchange for a one-time code, before anybody can log in.
                        .requestMatchers(path.matcher("/account/**")).permitAll()
                        .requestMatchers(PathRequest.toStaticResources().atCommonLocations()).permitAll()
                        .anyRequest().denyAll())
                .build();
    }

    /** Camunda brings session, CSRF token and logout; twice would fight. */
    private static HttpSecurity bare(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(RequestCacheConfigurer::disable)
                .anonymous(anonymous -> { })
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER));
    }

    /** Nobody logs in through Spring Security; without this bean Boot would make up a user. */
    @Bean
    UserDetailsService noUsers() {
        return id -> {
            throw new UsernameNotFoundException("no users here");
        };
    }
}
