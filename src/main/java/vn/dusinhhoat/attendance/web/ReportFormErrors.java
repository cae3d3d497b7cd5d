package vn.dusinhhoat.attendance.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.dusinhhoat.attendance.StaleDraft;
import vn.dusinhhoat.platform.RuleViolation;

/** Our refusals as answers of our own endpoints: one Vietnamese sentence, as on every other door. */
@RestControllerAdvice
class ReportFormErrors {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> ruleViolation(RuleViolation refused) {
        return answer(HttpStatus.BAD_REQUEST, refused);
    }

    @ExceptionHandler
    ResponseEntity<Map<String, String>> staleDraft(StaleDraft stale) {
        return answer(HttpStatus.CONFLICT, stale);
    }

    private static ResponseEntity<Map<String, String>> answer(HttpStatus status, RuntimeException refused) {
        return ResponseEntity.status(status)
                .body(Map.of("type", refused.getClass().getSimpleName(), "message", refused.getMessage()));
    }
}
