package vn.dusinhhoat.platform.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.platform.NotPermitted;
import vn.dusinhhoat.platform.RuleViolation;

/** Our refusals as answers of our own endpoints: one Vietnamese sentence, as on every other door. */
@RestControllerAdvice
class RuleViolationAnswer {

    private static final String UNREADABLE = "Nội dung gửi lên không đúng dạng, chưa ghi gì: tải lại trang rồi gửi lại.";

    private static final String NO_FILE = "Chưa nhận được tệp nào: chọn lại tệp rồi gửi.";
    private static final String TOO_LARGE = "Tệp lớn hơn 20 MB: tách thành nhiều tệp và tải lên lần lượt.";

    @ExceptionHandler
    ResponseEntity<Map<String, String>> ruleViolation(RuleViolation refused) {
        return answer(statusOf(refused), refused.getMessage());
    }

    /** No JSON, another shape, or a text that is broken: only that one has a sentence of its own. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> unreadable(HttpMessageNotReadableException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolation rule) {
                return answer(HttpStatus.BAD_REQUEST, rule.getMessage());
            }
        }
        return answer(HttpStatus.BAD_REQUEST, UNREADABLE);
    }

    /** An upload that is none, was cut off on its way, or is too large. */
    @ExceptionHandler
    ResponseEntity<Map<String, String>> noUpload(MultipartException broken) {
        return broken instanceof MaxUploadSizeExceededException ? answer(HttpStatus.PAYLOAD_TOO_LARGE, TOO_LARGE)
                : answer(HttpStatus.BAD_REQUEST, NO_FILE);
    }

    private static HttpStatus statusOf(RuleViolation refused) {
        if (refused instanceof NotFound) {
            return HttpStatus.NOT_FOUND;
        }
        return refused instanceof NotPermitted ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST;
    }

    private static ResponseEntity<Map<String, String>> answer(HttpStatus status, String sentence) {
        return ResponseEntity.status(status)
                .body(Map.of("type", RuleViolation.class.getSimpleName(), "message", sentence));
    }
}
