package vn.dusinhhoat.access.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import vn.dusinhhoat.platform.RuleViolation;

/**
 * Camunda's REST answers every exception it does not know with 500. A {@link RuleViolation} is an answer to a person:
 * 400 with its sentence. When somebody else was faster: 409 and what to do; a task that is not the caller's: 403. Other
 * 500 answers lose their text, which may hold SQL or class names.
 */
class RuleViolationStatusFilter extends OncePerRequestFilter {

    private static final String CHANGED_MEANWHILE_SENTENCE =
            "Việc này vừa được xử lý ở nơi khác: tải lại danh sách công việc để xem trạng thái mới nhất.";
    /** What the engine says of tasks that are not the caller's. */
    private static final String OTHER_TENANT = "ENGINE-13034";
    private static final String NO_RIGHT = "' does not have ";
    private static final String NOT_YOURS_SENTENCE = "Việc này vừa được xử lý ở nơi khác hoặc không giao cho đồng chí:"
            + " tải lại danh sách công việc để xem trạng thái mới nhất.";
    private static final String UNKNOWN_SENTENCE = "Hệ thống gặp lỗi khi xử lý, dữ liệu chưa được ghi:"
            + " thử lại sau ít phút, nếu vẫn lỗi thì báo cán bộ quản trị.";

    private final ObjectMapper json;

    RuleViolationStatusFilter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // Reading never breaks a rule of the plan, and lists and files are not worth holding in memory.
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        if (held.getStatus() >= HttpStatus.BAD_REQUEST.value() && isNotTheirTask(request, held)) {
            answer(held, Map.entry(HttpStatus.FORBIDDEN, NOT_YOURS_SENTENCE));
        } else if (held.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            answer(held, answerTo(held.getContentAsByteArray()));
        }
        held.copyBodyToResponse();
    }

    /** A late click on a task that has gone on: its user has lost the right to it, and the engine says so in English. */
    private boolean isNotTheirTask(HttpServletRequest request, ContentCachingResponseWrapper held) {
        if (!request.getRequestURI().contains("/task/")) {
            return false;
        }
        JsonNode error = parsed(held.getContentAsByteArray());
        String message = error.path("message").asText();
        return error.path("type").asText().equals("AuthorizationException") || message.contains(OTHER_TENANT)
                || message.contains(NO_RIGHT);
    }

    private void answer(ContentCachingResponseWrapper held, Map.Entry<HttpStatus, String> answer) throws IOException {
        held.resetBuffer();
        held.setStatus(answer.getKey().value());
        held.setContentType(MediaType.APPLICATION_JSON_VALUE);
        held.getOutputStream().write(json.writeValueAsBytes(
                Map.of("type", RuleViolation.class.getSimpleName(), "message", answer.getValue())));
    }

    private Map.Entry<HttpStatus, String> answerTo(byte[] body) {
        JsonNode error = parsed(body);
        String type = error.path("type").asText();
        if (type.equals(RuleViolation.class.getSimpleName())) {
            return Map.entry(HttpStatus.BAD_REQUEST, error.path("message").asText());
        }
        return somebodyWasFaster(type, error.path("message").asText()) ? Map.entry(HttpStatus.CONFLICT, CHANGED_MEANWHILE_SENTENCE)
                : Map.entry(HttpStatus.INTERNAL_SERVER_ERROR, UNKNOWN_SENTENCE);
    }

    /** The row has changed, or the task is no longer there; Camunda's resources keep the text of the cause. */
    private static boolean somebodyWasFaster(String type, String message) {
        return type.equals("OptimisticLockingException") || message.contains("ENGINE-03005")
                || message.contains("task is null") || message.contains("Cannot find task");
    }

    private JsonNode parsed(byte[] body) {
        try {
            JsonNode error = json.readTree(body);
            return error == null ? json.createObjectNode() : error;
        } catch (IOException notJson) {
            return json.createObjectNode();
        }
    }
}
