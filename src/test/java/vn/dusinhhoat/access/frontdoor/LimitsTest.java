package vn.dusinhhoat.access.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import vn.dusinhhoat.testing.MovableClock;

/** Rows C10 and S8: how much a request may bring, how often somebody may guess. */
class LimitsTest {

    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";

    private final MovableClock clock = new MovableClock();

    @ParameterizedTest
    @CsvSource({"/camunda/api/engine/engine/default/task/x/complete, application/json, 2097152", "/engine-rest/deployment/create, multipart/form-data, 6291456",
        "/camunda/api/engine/engine/default/deployment/create, multipart/form-data; boundary=x, 6291456",
        "/camunda/api/attendance/tasks/x/files, multipart/form-data, 26214400", "/camunda/api/attendance/visits, application/json, 2097152"})
    void everyDoorHasItsLimit(String path, String type, long limit) throws Exception {
        assertThat(passes(path, type, (int) limit)).isTrue();
        assertThat(passes(path, type, (int) limit + 1)).isFalse();
    }

    private static boolean passes(String path, String type, int length) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setContentType(type);
        request.setContent(new byte[length]);
        MockHttpServletResponse response = new MockHttpServletResponse();
        boolean[] passed = new boolean[1];
        new BodyLimitFilter().doFilter(request, response, (in, out) -> passed[0] = true);
        assertThat(response.getStatus()).isEqualTo(passed[0] ? 200 : 413);
        if (!passed[0]) {
            assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("quá lớn");
        }
        return passed[0];
    }

    @Test
    void aBodyOfUnknownLengthIsCountedWhileItIsRead() throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/engine-rest/message") {
            @Override
            public long getContentLengthLong() {
                return -1;
            }
        };
        request.setContent(new byte[3 << 20]);
        FilterChain reading = (in, out) -> in.getInputStream().readAllBytes();
        assertThatThrownBy(() -> new BodyLimitFilter().doFilter(request, new MockHttpServletResponse(), reading)).isInstanceOf(IOException.class);
    }

    @Test
    void whoGuessesOverManyAccountsWaitsAndOthersDoNot() throws Exception {
        LoginRateFilter filter = new LoginRateFilter(new FailedLogins(clock, 5));
        for (int n = 0; n < 5; n++) {
            assertThat(login(filter, "10.0.0.1", 401)).isEqualTo(401);
        }
        assertThat(login(filter, "10.0.0.1", 200)).isEqualTo(429);
        assertThat(login(filter, "10.0.0.2", 200)).isEqualTo(200);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(11)));
        assertThat(login(filter, "10.0.0.1", 200)).isEqualTo(200);
    }

    @Test
    void aWholeOfficeBehindOneAddressLogsIn() throws Exception {
        LoginRateFilter filter = new LoginRateFilter(new FailedLogins(clock, 5));
        for (int n = 0; n < 500; n++) {
            assertThat(login(filter, "10.0.0.1", n % 200 == 0 ? 401 : 200)).isIn(200, 401);
        }
    }

    private static int login(LoginRateFilter filter, String address, int answer) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", LOGIN);
        request.setRemoteAddr(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, (in, out) -> ((HttpServletResponse) out).setStatus(answer));
        return response.getStatus();
    }
}
