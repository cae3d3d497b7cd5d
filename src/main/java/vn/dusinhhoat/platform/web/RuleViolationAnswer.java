package vn.dusinhhoat.platform.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.dusinhhoat.platform.NotPermitted;
import vn.dusinhhoat.platform.RuleViolation;

/** Our refusals as answers of our own endpoints: one Vietnamese sentence, as on every other door. */
@RestControllerAdvice
class RuleViolationAnswer {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> ruleViolation(RuleViolation refused) {
        return ResponseEntity.status(refused instanceof NotPermitted ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST)
                .body(Map.of("type", RuleViolation.class.getSimpleName(), "message", refused.getMessage()));
    }
}
