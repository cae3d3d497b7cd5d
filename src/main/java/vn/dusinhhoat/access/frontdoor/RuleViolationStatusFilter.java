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
 * 400 with its sentence. Other 500 answers lose their text, which may hold SQL or class names.
 */
class RuleViolationStatusFilter extends OncePerRequestFilter {

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
        if (held.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            answer(held);
        }
        held.copyBodyToResponse();
    }

    private void answer(ContentCachingResponseWrapper held) throws IOException {
        String sentence = sentenceIn(held.getContentAsByteArray());
        held.resetBuffer();
        if (sentence == null) {
            sentence = "Hệ thống gặp lỗi khi xử lý, dữ liệu chưa được ghi: thử lại sau ít phút, nếu vẫn lỗi thì báo cán bộ quản trị.";
        } else {
            held.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        held.setContentType(MediaType.APPLICATION_JSON_VALUE);
        held.getOutputStream().write(json.writeValueAsBytes(
                Map.of("type", RuleViolation.class.getSimpleName(), "message", sentence)));
    }

    private String sentenceIn(byte[] body) {
        try {
            JsonNode answer = json.readTree(body);
            boolean ours = answer != null && RuleViolation.class.getSimpleName().equals(answer.path("type").asText());
            return ours ? answer.path("message").asText() : null;
        } catch (IOException notJson) {
            return null;
        }
    }
}
