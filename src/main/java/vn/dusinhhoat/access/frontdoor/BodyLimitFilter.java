package vn.dusinhhoat.access.frontdoor;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How much one request may bring, at every door and before anything reads it (row C10): Spring's limit of uploads does
 * not cover the engine's own endpoints, which read everything into memory.
 */
class BodyLimitFilter extends OncePerRequestFilter {

    /** What people type, with all its rows; nobody types 2 MB. */
    static final long LARGEST_TEXT = 2L << 20;
    /** A model with its forms. */
    static final long LARGEST_DEPLOYMENT = 6L << 20;
    /** A file of 20 MB and the form around it. */
    static final long LARGEST_UPLOAD = 25L << 20;
    private static final String TOO_LARGE = "{\"type\":\"RuleViolation\",\"message\":\"Nội dung gửi lên quá lớn, chưa ghi gì:"
            + " tách thành nhiều phần rồi gửi lần lượt.\"}";

    static long limitFor(HttpServletRequest request) {
        String type = request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        if (!type.startsWith("multipart/")) {
            return LARGEST_TEXT;
        }
        String path = request.getRequestURI();
        boolean engine = path.startsWith("/engine-rest/") || path.startsWith("/camunda/api/engine/");
        return engine ? LARGEST_DEPLOYMENT : LARGEST_UPLOAD;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limitFor(request);
        if (request.getContentLengthLong() > limit) {
            response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setHeader("Connection", "close");
            response.getOutputStream().write(TOO_LARGE.getBytes(StandardCharsets.UTF_8));
            return;
        }
        chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request, limit) : request, response);
    }

    /** A request that does not say how long it is. */
    private static final class Counted extends HttpServletRequestWrapper {

        private final long limit;
        private ServletInputStream counted;

        Counted(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (counted == null) {
                counted = new CountingStream(super.getInputStream(), limit);
            }
            return counted;
        }
    }

    private static final class CountingStream extends ServletInputStream {

        private final ServletInputStream source;
        private long left;

        CountingStream(ServletInputStream source, long limit) {
            this.source = source;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            int octet = source.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = source.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("the body is larger than this door takes");
            }
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
