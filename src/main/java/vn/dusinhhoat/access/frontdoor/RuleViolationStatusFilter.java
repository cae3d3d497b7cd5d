package vn.dusinhhoat.access.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.platform.NotPermitted;
import vn.dusinhhoat.platform.RuleViolation;

/**
 * Camunda's REST answers every exception it does not know with 500. A {@link RuleViolation} is an answer to a person:
 * 400 with its sentence, {@link NotPermitted}: 403. What is somebody else's or another unit's is answered as what does
 * not exist: 404. When somebody else was faster: 409 and what to do. Other 500 answers lose their text, which may hold
 * SQL or class names.
 */
class RuleViolationStatusFilter extends OncePerRequestFilter {

    private static final String CHANGED_MEANWHILE_SENTENCE =
            "Việc này vừa được xử lý ở nơi khác: tải lại danh sách công việc để xem trạng thái mới nhất.";
    /** What the engine says of cases and tasks of other units, and of those that are not the caller's. */
    private static final String OTHER_TENANT = "ENGINE-13034";
    private static final Pattern TASK = Pattern.compile("/task/[0-9a-f-]{8,}");
    /** The engine's code of it, the same in every release. */
    private static final int DEADLOCK = 10_000;
    private static final String NO_RIGHT = "' does not have ";
    private static final String FORM_NOT_YOURS = "Cannot get form for task";
    private static final List<String> STRANGE_TYPES = List.of("Unsupported value type", "ENGINE-17007");
    private static final String TASK_NOT_YOURS_SENTENCE = "Việc này vừa được xử lý ở nơi khác hoặc không giao cho đồng chí:"
            + " tải lại danh sách công việc để xem trạng thái mới nhất.";
    private static final String NOT_YOURS_SENTENCE = "Không có mục này trong phạm vi của đồng chí: quay lại danh sách"
            + " và mở từ đó.";
    private static final String NO_RIGHT_SENTENCE = "Tài khoản của đồng chí không có quyền làm việc này: nếu cần, báo cán bộ"
            + " quản trị hệ thống.";
    private static final String STRANGE_TYPE_SENTENCE = "Biến gửi kèm có kiểu mà hệ thống không nhận: chỉ gửi chữ, số, ngày,"
            + " đúng hoặc sai.";
    private static final String UNKNOWN_SENTENCE = "Hệ thống gặp lỗi khi xử lý, dữ liệu chưa được ghi:"
            + " thử lại sau ít phút, nếu vẫn lỗi thì báo cán bộ quản trị.";

    private final ObjectMapper json;

    RuleViolationStatusFilter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HeldErrorResponse held = new HeldErrorResponse(response);
        chain.doFilter(request, held);
        if (!held.isHeld()) {
            return;
        }
        JsonNode error = parsed(held.heldBody());
        if (isRefusedByRights(error)) {
            answer(held, refusal(request));
        } else if (STRANGE_TYPES.stream().anyMatch(error.path("message").asText()::contains)) {
            answer(held, Map.entry(HttpStatus.BAD_REQUEST, STRANGE_TYPE_SENTENCE));
        } else if (held.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            answer(held, answerTo(error));
        } else {
            held.letGo();
        }
    }

    private static boolean isRefusedByRights(JsonNode error) {
        String message = error.path("message").asText();
        return error.path("type").asText().equals("AuthorizationException") || message.contains(OTHER_TENANT)
                || message.contains(NO_RIGHT) || message.startsWith(FORM_NOT_YOURS);
    }

    /** A late click on a task that has gone on looks the same as one on somebody else's: its user has lost it. */
    private static Map.Entry<HttpStatus, String> refusal(HttpServletRequest request) {
        if (TASK.matcher(request.getRequestURI()).find()) {
            return Map.entry(HttpStatus.NOT_FOUND, TASK_NOT_YOURS_SENTENCE);
        }
        return request.getMethod().equals("GET") ? Map.entry(HttpStatus.NOT_FOUND, NOT_YOURS_SENTENCE)
                : Map.entry(HttpStatus.FORBIDDEN, NO_RIGHT_SENTENCE);
    }

    private void answer(HeldErrorResponse held, Map.Entry<HttpStatus, String> answer) throws IOException {
        held.setStatus(answer.getKey().value());
        held.setContentType(MediaType.APPLICATION_JSON_VALUE);
        held.answer(json.writeValueAsBytes(
                Map.of("type", RuleViolation.class.getSimpleName(), "message", answer.getValue())));
    }

    private Map.Entry<HttpStatus, String> answerTo(JsonNode error) {
        String type = error.path("type").asText();
        if (type.equals(RuleViolation.class.getSimpleName())) {
            return Map.entry(HttpStatus.BAD_REQUEST, error.path("message").asText());
        }
        if (type.equals(NotPermitted.class.getSimpleName())) {
            return Map.entry(HttpStatus.FORBIDDEN, error.path("message").asText());
        }
        if (type.equals(NotFound.class.getSimpleName())) {
            return Map.entry(HttpStatus.NOT_FOUND, error.path("message").asText());
        }
        return somebodyWasFaster(type, error) ? Map.entry(HttpStatus.CONFLICT, CHANGED_MEANWHILE_SENTENCE)
                : Map.entry(HttpStatus.INTERNAL_SERVER_ERROR, UNKNOWN_SENTENCE);
    }

    /**
     * The row has changed, two held what the other needed (a report sent in the moment its limit passes), or the task is
     * no longer there; Camunda's resources keep the text of the cause.
     */
    private static boolean somebodyWasFaster(String type, JsonNode error) {
        String message = error.path("message").asText();
        return type.equals("OptimisticLockingException") || message.contains("ENGINE-03005")
                || error.path("code").asInt() == DEADLOCK
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
