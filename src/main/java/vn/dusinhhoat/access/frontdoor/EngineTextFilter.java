package vn.dusinhhoat.access.frontdoor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.dusinhhoat.platform.RuleViolation;

/**
 * What people write at the engine's own doors (comments, names of filters, users and groups, business keys) comes in as
 * at ours. The engine takes texts as they are: a NUL ends in the database with 500, decomposed letters are stored.
 */
class EngineTextFilter extends OncePerRequestFilter {

    /** Beyond this nobody has typed it. */
    private static final int LARGEST = 2 << 20;
    private static final String BASIC = "Basic ";
    private static final String BROKEN_FORM = "Nội dung gửi lên có ký tự hỏng: gõ lại rồi thử lại.";

    private final ObjectMapper json;

    EngineTextFilter(ObjectMapper json) {
        this.json = json;
    }

    private static boolean isJson(HttpServletRequest request) {
        return contentType(request).contains("json");
    }

    private static boolean isForm(HttpServletRequest request) {
        return contentType(request).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static String contentType(HttpServletRequest request) {
        return request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
    }

    /** Nobody is called so, and the database would not even look. */
    private static boolean isBrokenLogin(HttpServletRequest request) {
        String login = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (login == null || !login.startsWith(BASIC)) {
            return false;
        }
        try {
            return new String(Base64.getDecoder().decode(login.substring(BASIC.length()).strip()), StandardCharsets.ISO_8859_1).indexOf(0) >= 0;
        } catch (IllegalArgumentException notEncoded) {
            return true;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isBrokenLogin(request)) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        if (!isJson(request) && !isForm(request)) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST);
        if (body.length == LARGEST && request.getInputStream().read() >= 0) {
            response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
            return;
        }
        byte[] clean;
        try {
            clean = isForm(request) ? checkedForm(body) : clean(body);
        } catch (RuleViolation refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(
                    Map.of("type", RuleViolation.class.getSimpleName(), "message", refused.getMessage())));
            return;
        }
        chain.doFilter(new ReadRequest(request, clean), response);
    }

    /** A form is a login: name and password as typed, as long as the database can look for them. */
    private static byte[] checkedForm(byte[] body) {
        String form = new String(body, StandardCharsets.ISO_8859_1);
        if (form.contains("%00") || form.indexOf(0) >= 0) {
            throw new RuleViolation(BROKEN_FORM);
        }
        return body;
    }

    private byte[] clean(byte[] body) throws IOException {
        JsonNode tree;
        try {
            tree = json.readTree(body);
        } catch (JsonProcessingException notJson) {
            // The engine says so itself.
            return body;
        }
        EngineText texts = new EngineText();
        texts.clean(tree);
        return texts.hasChanged() ? json.writeValueAsBytes(tree) : body;
    }
}
