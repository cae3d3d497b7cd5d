package vn.dusinhhoat.platform.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MultipartException;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.platform.NotPermitted;
import vn.dusinhhoat.platform.RuleViolation;

/** Our refusals as answers of our own endpoints: one Vietnamese sentence, as on every other door. */
@RestControllerAdvice
class RuleViolationAnswer {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> ruleViolation(RuleViolation refused) {
        return ResponseEntity.status(statusOf(refused))
                .body(Map.of("type", RuleViolation.class.getSimpleName(), "message", refused.getMessage()));
    }

    private static HttpStatus statusOf(RuleViolation refused) {
        if (refused instanceof NotFound) {
            return HttpStatus.NOT_FOUND;
        }
        return refused instanceof NotPermitted ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST;
    }

    /** An upload that is none, or was cut off on its way. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> noUpload(MultipartException broken) {
        return ruleViolation(new RuleViolation("Chưa nhận được tệp nào: chọn lại tệp rồi gửi."));
    }
}
