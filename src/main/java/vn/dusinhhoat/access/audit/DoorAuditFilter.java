package vn.dusinhhoat.access.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import vn.dusinhhoat.access.audit.KnownUsers.Known;
import vn.dusinhhoat.platform.Audit;
import vn.dusinhhoat.platform.Audit.Entry;
import vn.dusinhhoat.platform.Audit.Kind;

/**
 * Writes down logins and logouts, and whatever was refused at a door: 403, 404 (another's thing is one, row A4), too
 * much or too often, and 400 for what was to be changed. Of the address only its template is kept.
 */
class DoorAuditFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DoorAuditFilter.class);
    private static final String ACCOUNT = "account";
    private static final String BASIC = "Basic ";
    private static final String USERNAME = "username=";
    private static final int LONGEST_LOGIN = 4096;
    private static final Set<HttpStatus> ANSWERS_TO_LOGIN = Set.of(HttpStatus.OK, HttpStatus.NO_CONTENT, HttpStatus.UNAUTHORIZED,
            HttpStatus.FORBIDDEN);
    private static final Set<HttpStatus> REFUSALS = Set.of(HttpStatus.FORBIDDEN, HttpStatus.NOT_FOUND,
            HttpStatus.PAYLOAD_TOO_LARGE, HttpStatus.TOO_MANY_REQUESTS);

    private final transient Audit audit;
    private final transient KnownUsers users;

    DoorAuditFilter(Audit audit, KnownUsers users) {
        this.audit = audit;
        this.users = users;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean login = DoorPath.isLogin(request);
        // Before the chain: at a logout the session is gone afterwards.
        String actor = sessionUser(request);
        // Remembers a login's form as it is read; read here it would be gone for those behind.
        ContentCachingRequestWrapper remembering = login ? new ContentCachingRequestWrapper(request, LONGEST_LOGIN) : null;
        chain.doFilter(login ? remembering : request, response);
        String typed = login ? typedUser(remembering) : basicUser(request);
        if (request.isAsyncStarted()) {
            return;
        }
        // For the address; out here Spring does not know the request yet.
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            write(request, HttpStatus.resolve(response.getStatus()), login, typed, actor);
        } catch (DataAccessException | IllegalStateException e) {
            // What was refused stays refused. The cause names no data: see the driver's setting logServerErrorDetail.
            LOG.error("An audit entry could not be written: {}", e.getClass().getSimpleName());
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private void write(HttpServletRequest request, HttpStatus status, boolean login, String typed, String actor) {
        if (status == null) {
            return;
        }
        if (login && ANSWERS_TO_LOGIN.contains(status)) {
            loggedIn(DoorPath.application(request), status, typed);
        } else if (DoorPath.isLogout(request) && actor != null && status.is2xxSuccessful()) {
            audit.record(Entry.done(Kind.LOGOUT, actor, ACCOUNT, actor, null));
        } else if (status == HttpStatus.UNAUTHORIZED && typed != null) {
            failed(typed, "engine-rest");
        } else if (isRefusal(request, status)) {
            DoorPath path = DoorPath.of(request);
            String caller = actor != null ? actor : users.find(typed).map(Known::userId).orElse(null);
            audit.record(Entry.refused(Kind.REFUSAL, caller, path.subjectType(), path.subjectId(),
                    status.value() + " " + request.getMethod() + " " + path.template()));
        }
    }

    private void loggedIn(String application, HttpStatus status, String typed) {
        if (status.is2xxSuccessful()) {
            String user = users.find(typed).map(Known::userId).orElse(null);
            audit.record(Entry.done(Kind.LOGIN, user, ACCOUNT, user, application));
        } else if (status == HttpStatus.FORBIDDEN) {
            String user = users.find(typed).map(Known::userId).orElse(null);
            audit.record(Entry.refused(Kind.LOGIN, user, ACCOUNT, user, application + " NOT_ALLOWED"));
        } else {
            failed(typed, application);
        }
    }

    /** What was typed is kept only if it is somebody's user id. */
    private void failed(String typed, String door) {
        Optional<Known> user = users.find(typed);
        String why = user.map(known -> known.locked() ? "LOCKED" : "WRONG_PASSWORD").orElse("UNKNOWN_USER");
        String userId = user.map(Known::userId).orElse(null);
        audit.record(Entry.refused(Kind.LOGIN, null, userId == null ? null : ACCOUNT, userId, door + " " + why));
    }

    private static boolean isRefusal(HttpServletRequest request, HttpStatus status) {
        return REFUSALS.contains(status) || status == HttpStatus.BAD_REQUEST && !request.getMethod().equals("GET");
    }

    private static String sessionUser(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? null : AuthenticationUtil.getAuthsFromSession(session).getAuthentications().stream()
                .map(Authentication::getIdentityId).findFirst().orElse(null);
    }

    private static String typedUser(ContentCachingRequestWrapper login) {
        for (String part : new String(login.getContentAsByteArray(), StandardCharsets.UTF_8).split("&")) {
            if (part.startsWith(USERNAME)) {
                try {
                    return URLDecoder.decode(part.substring(USERNAME.length()), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException badlyEncoded) {
                    return "";
                }
            }
        }
        return "";
    }

    private static String basicUser(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BASIC)) {
            return null;
        }
        try {
            return new String(Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8).split(":", 2)[0];
        } catch (IllegalArgumentException noBase64) {
            return "";
        }
    }
}
