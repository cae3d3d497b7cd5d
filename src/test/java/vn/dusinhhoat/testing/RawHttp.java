package vn.dusinhhoat.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sends a request byte by byte as written: no client library that tidies up the path on the way. */
public final class RawHttp {

    private final int port;

    public RawHttp(int port) {
        this.port = port;
    }

    /** An answer; header names in lower case, as often as they came. */
    public record Answer(int status, List<String> headerLines, String body) {

        /** Values of a header, in order. */
        public List<String> headers(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ":";
            return headerLines.stream().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(line -> line.substring(prefix.length()).strip()).toList();
        }

        /** The one value of a header, or an empty text. */
        public String header(String name) {
            List<String> values = headers(name);
            if (values.size() > 1) {
                throw new AssertionError(name + " is there " + values.size() + " times: " + values);
            }
            return values.isEmpty() ? "" : values.get(0);
        }

        /** "name=value" of every cookie set, to be sent back. */
        public String cookies() {
            return headers("Set-Cookie").stream().map(cookie -> cookie.split(";")[0]).collect(Collectors.joining("; "));
        }
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public Answer send(String method, String path, String body, String... headers) {
        return sendBytes(method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** The same with any content. */
    public Answer sendBytes(String method, String path, byte[] body, String... headers) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            List<String> lines = new ArrayList<>(List.of(method + " " + path + " HTTP/1.1", "Host: localhost:" + port,
                    "Connection: close"));
            lines.addAll(List.of(headers));
            byte[] content = body == null ? new byte[0] : body;
            if (body != null) {
                lines.add("Content-Length: " + content.length);
                if (Stream.of(headers).noneMatch(line -> line.startsWith("Content-Type"))) {
                    lines.add("Content-Type: application/json");
                }
            }
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            return parse(socket.getInputStream().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One byte is one sign until the chunks are joined: a letter may be cut in two by the end of a chunk. */
    private static Answer parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        List<String> head = List.of(utf8(text.substring(0, end)).split("\r\n"));
        Answer answer = new Answer(Integer.parseInt(head.get(0).split(" ")[1]), head.subList(1, head.size()), "");
        String body = text.substring(end + 4);
        return new Answer(answer.status(), answer.headerLines(),
                utf8(answer.header("Transfer-Encoding").equals("chunked") ? joinChunks(body) : body));
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static String joinChunks(String chunked) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        while (at < chunked.length()) {
            int lineEnd = chunked.indexOf('\r', at);
            int size = Integer.parseInt(chunked.substring(at, lineEnd).strip(), 16);
            if (size == 0) {
                break;
            }
            body.append(chunked, lineEnd + 2, lineEnd + 2 + size);
            at = lineEnd + 2 + size + 2;
        }
        return body.toString();
    }
}
