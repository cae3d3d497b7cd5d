package vn.dusinhhoat.access.frontdoor;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;

/** Lets answers pass as they are written, but holds those of an error back, so that they can be said otherwise. */
final class HeldErrorResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private PrintWriter writer;

    HeldErrorResponse(HttpServletResponse response) {
        super(response);
    }

    boolean isHeld() {
        return getStatus() >= HttpStatus.BAD_REQUEST.value() && !isCommitted();
    }

    byte[] heldBody() {
        if (writer != null) {
            writer.flush();
        }
        return body.toByteArray();
    }

    /** Gives the held answer on, unchanged. */
    void letGo() throws IOException {
        if (heldBody().length > 0) {
            answer(heldBody());
        }
    }

    /** Answers this instead of what was held. */
    void answer(byte[] instead) throws IOException {
        getResponse().setContentLength(instead.length);
        getResponse().getOutputStream().write(instead);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return isHeld() ? new Held() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (!isHeld()) {
            return super.getWriter();
        }
        if (writer == null) {
            writer = new PrintWriter(body, false, StandardCharsets.UTF_8);
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isHeld()) {
            super.flushBuffer();
        }
    }

    @Override
    public void setContentLength(int length) {
        if (!isHeld()) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!isHeld()) {
            super.setContentLengthLong(length);
        }
    }

    private final class Held extends ServletOutputStream {

        @Override
        public void write(int octet) {
            body.write(octet);
        }

        @Override
        public void write(byte[] octets, int offset, int length) {
            body.write(octets, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("answers of the engine are written at once");
        }
    }
}
