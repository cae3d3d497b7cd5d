package vn.dusinhhoat.access.frontdoor;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts wrong passwords and one-time codes at all doors that take them, and answers 429 to who tries too many. */
class LoginRateFilter extends OncePerRequestFilter {

    private static final Pattern LOGIN = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/[^/]+|/account/password");
    private static final String WAIT = "{\"type\":\"RuleViolation\",\"message\":\"Có quá nhiều lần đăng nhập sai từ mạng này:"
            + " chờ 10 phút rồi thử lại; quên mật khẩu thì báo văn phòng cấp ủy.\"}";

    private final FailedLogins failures;

    LoginRateFilter(FailedLogins failures) {
        this.failures = failures;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean login = request.getMethod().equals("POST") && LOGIN.matcher(request.getRequestURI()).matches();
        return !login && !(request.getRequestURI().startsWith("/engine-rest/") && request.getHeader(HttpHeaders.AUTHORIZATION) != null);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        if (failures.mustWait(address)) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(FailedLogins.WINDOW.toSeconds()));
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(WAIT.getBytes(StandardCharsets.UTF_8));
            return;
        }
        chain.doFilter(request, response);
        boolean code = request.getRequestURI().equals("/account/password");
        if (response.getStatus() == HttpStatus.UNAUTHORIZED.value() || code && response.getStatus() >= HttpStatus.BAD_REQUEST.value()) {
            failures.failed(address);
        }
    }
}
