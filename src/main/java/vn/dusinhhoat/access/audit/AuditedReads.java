package vn.dusinhhoat.access.audit;

import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import vn.dusinhhoat.platform.AuditedRead;
import vn.dusinhhoat.platform.Caller;

/**
 * Between an audited endpoint and its answer: the endpoint has found that the caller may read it, and nothing has gone
 * out yet.
 */
@RestControllerAdvice
class AuditedReads implements ResponseBodyAdvice<Object> {

    private final AuditTable audit;
    private final Caller caller;

    AuditedReads(AuditTable audit, Caller caller) {
        this.audit = audit;
        this.caller = caller;
    }

    @Override
    public boolean supports(MethodParameter endpoint, Class<? extends HttpMessageConverter<?>> converter) {
        return endpoint.hasMethodAnnotation(AuditedRead.class);
    }

    @Override
    public Object beforeBodyWrite(Object body, MethodParameter endpoint, MediaType type,
                                  Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
                                  ServerHttpResponse response) {
        audit.recordReading(caller.userId());
        return body;
    }
}
