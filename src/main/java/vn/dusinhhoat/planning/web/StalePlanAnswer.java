package vn.dusinhhoat.planning.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import vn.dusinhhoat.planning.StalePlan;

/** A plan saved from elsewhere meanwhile: 409 with a sentence that says what to do. */
@RestControllerAdvice
class StalePlanAnswer {

    @ExceptionHandler
    ResponseEntity<Map<String, String>> stalePlan(StalePlan stale) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("type", StalePlan.class.getSimpleName(), "message", stale.getMessage()));
    }
}
