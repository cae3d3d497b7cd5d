package vn.dusinhhoat.testing;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import vn.dusinhhoat.platform.InstallationProperties;

/** A user of the web applications as a browser would be: session, CSRF token, login. */
public final class WebappSession {

    private final RawHttp http;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private WebappSession(RawHttp http) {
        this.http = http;
    }

    /** Opens Tasklist and logs in with the sample's password. */
    public static WebappSession login(RawHttp http, String userId) {
        return login(http, userId, InstallationProperties.SAMPLE_PASSWORD);
    }

    /** The same with a password of one's own. */
    public static WebappSession login(RawHttp http, String userId, String password) {
        return login(http, userId, password, "tasklist");
    }

    /** Opens Cockpit, for who supervises. */
    public static WebappSession loginToCockpit(RawHttp http, String userId) {
        return login(http, userId, InstallationProperties.SAMPLE_PASSWORD, "cockpit");
    }

    private static WebappSession login(RawHttp http, String userId, String password, String app) {
        WebappSession session = new WebappSession(http);
        session.keep(http.get("/camunda/app/" + app + "/default/"));
        RawHttp.Answer answer = session.send("POST", "/camunda/api/admin/auth/user/default/login/" + app,
                "username=" + userId + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8),
                "Content-Type: application/x-www-form-urlencoded");
        if (answer.status() != 200) {
            throw new AssertionError("login of " + userId + ": " + answer.status() + " " + answer.body());
        }
        // The login has begun a new session; the first page of it brings the new CSRF token.
        session.keep(session.get("/camunda/app/" + app + "/default/"));
        return session;
    }

    public RawHttp.Answer get(String path) {
        return send("GET", path, null);
    }

    public RawHttp.Answer send(String method, String path, String body, String... headers) {
        return sendBytes(method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** Sends a file as a form does; the name goes out as it is. */
    public RawHttp.Answer upload(String path, String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--ranh\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--ranh--\r\n".getBytes(StandardCharsets.UTF_8));
        return sendBytes("POST", path, body.toByteArray(), "Content-Type: multipart/form-data; boundary=ranh");
    }

    /** The same with any content. */
    public RawHttp.Answer sendBytes(String method, String path, byte[] body, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Cookie: " + cookieLine();
        all[headers.length + 1] = "X-XSRF-TOKEN: " + cookies.getOrDefault("XSRF-TOKEN", "");
        RawHttp.Answer answer = http.sendBytes(method, path, body, all);
        keep(answer);
        return answer;
    }

    /** The cookies as one header value. */
    public String cookieLine() {
        return cookies.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(RawHttp.Answer answer) {
        for (String cookie : answer.headers("Set-Cookie")) {
            String[] pair = cookie.split(";")[0].split("=", 2);
            cookies.put(pair[0], pair.length > 1 ? pair[1] : "");
        }
    }
}
