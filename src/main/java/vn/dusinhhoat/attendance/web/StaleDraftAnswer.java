package vn.dusinhhoat.attendance.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.dusinhhoat.attendance.StaleDraft;

/** A draft saved from elsewhere meanwhile: 409 with a sentence that says what to do. */
@RestControllerAdvice
class StaleDraftAnswer {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> staleDraft(StaleDraft stale) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(Map.of("type", StaleDraft.class.getSimpleName(), "message", stale.getMessage()));
    }
}
