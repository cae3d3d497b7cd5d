package vn.dusinhhoat.access.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The address of a request without what people put into it: words of our endpoints and of the engine's stay, everything
 * else becomes a pair of braces. A technical id is kept apart, as the subject.
 *
 * @param template    for instance "/camunda/api/engine/engine/default/task/{}/claim"
 * @param subjectType word before the first id; null without an id
 * @param subjectId   the first id, if it is a technical one; else null
 */
record DoorPath(String template, String subjectType, String subjectId) {

    private static final Pattern LOGIN = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/login/([^/]+)");
    private static final Pattern LOGOUT = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout");
    private static final Pattern TECHNICAL_ID = Pattern.compile("\\d{1,18}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> APPLICATIONS = Set.of("tasklist", "cockpit", "admin", "welcome");
    private static final int DEEPEST = 15;
    /** Words of the engine's own addresses; what is none of them may be something typed. */
    private static final Set<String> WORDS = Set.of("camunda", "api", "engine", "engine-rest", "admin", "cockpit", "tasklist",
            "welcome", "account", "default", "plugin", "auth", "user", "group", "tenant", "task", "process-instance",
            "process-definition", "decision-definition", "deployment", "resources", "data", "execution", "variable-instance",
            "variables", "localVariables", "job", "job-definition", "incident", "authorization", "filter", "history", "batch",
            "modification", "migration", "message", "signal", "external-task", "identity", "metrics", "schema", "version",
            "condition", "event-subscription", "telemetry", "optimize", "claim", "unclaim", "complete", "delegate", "resolve",
            "assignee", "submit-form", "form", "form-variables", "rendered-form", "deployed-form", "start-form", "identity-links",
            "comment", "attachment", "create", "count", "list", "start", "key", "xml", "diagram", "delete", "suspended",
            "retries", "execute", "execute-async", "duedate", "recalculate", "history-time-to-live", "profile", "credentials",
            "unlock", "members", "tenant-id", "evaluate", "activity-instances", "restart", "cleanup", "user-operation", "detail",
            "setup", "check", "redeploy", "statistics", "report", "annotation", "annotations", "priority", "bpmnError",
            "bpmnEscalation", "trigger", "messageSubscriptions", "singleResult", "users", "group-users", "set-removal-time",
            // Of our own, for what is refused before anybody has claimed it.
            "attendance", "organization", "calendar", "access", "visits", "tasks", "files", "imports");

    static boolean isLogin(HttpServletRequest request) {
        return request.getMethod().equals("POST") && LOGIN.matcher(path(request)).matches();
    }

    static boolean isLogout(HttpServletRequest request) {
        return LOGOUT.matcher(path(request)).matches();
    }

    /** Which web application somebody logs in to. */
    static String application(HttpServletRequest request) {
        var login = LOGIN.matcher(path(request));
        return login.matches() && APPLICATIONS.contains(login.group(1)) ? login.group(1) : "{}";
    }

    static DoorPath of(HttpServletRequest request) {
        // Own endpoints say their template themselves; "/**" is what nobody has claimed.
        String own = (String) request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        boolean known = own != null && !own.contains("*");
        List<String> words = known ? List.of(own.substring(1).split("/")) : List.of();
        List<String> shown = new ArrayList<>();
        String subjectType = null;
        String subjectId = null;
        String[] typed = path(request).substring(1).split("/");
        for (int at = 0; at < Math.min(typed.length, DEEPEST); at++) {
            boolean word = known ? at < words.size() && words.get(at).equals(typed[at]) : WORDS.contains(typed[at]);
            shown.add(word ? typed[at] : "{}");
            if (!word && subjectId == null && at > 0 && TECHNICAL_ID.matcher(typed[at]).matches()) {
                subjectType = shown.get(at - 1);
                subjectId = typed[at];
            }
        }
        return new DoorPath("/" + String.join("/", shown), subjectType, subjectId);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
