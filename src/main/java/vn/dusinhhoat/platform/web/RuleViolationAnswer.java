package vn.dusinhhoat.platform.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.dusinhhoat.platform.RuleViolation;

/** Our refusals as answers of our own endpoints: one Vietnamese sentence, as on every other door. */
@RestControllerAdvice
class RuleViolationAnswer {

    private static final String UNREADABLE = "Nội dung gửi lên không đúng dạng, chưa ghi gì: tải lại trang rồi gửi lại.";

    @ExceptionHandler
    ResponseEntity<Map<String, String>> ruleViolation(RuleViolation refused) {
        return answer(refused.getMessage());
    }

    /** No JSON, another shape, or a text that is broken: only that one has a sentence of its own. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> unreadable(HttpMessageNotReadableException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolation rule) {
                return answer(rule.getMessage());
            }
        }
        return answer(UNREADABLE);
    }

    private static ResponseEntity<Map<String, String>> answer(String sentence) {
        return ResponseEntity.status(HttpStatus.BAD_REQUEST)
                .body(Map.of("type", RuleViolation.class.getSimpleName(), "message", sentence));
    }
}
