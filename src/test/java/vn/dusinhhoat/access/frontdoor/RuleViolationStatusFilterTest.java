package vn.dusinhhoat.access.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What people read where the engine's REST answers 500. */
class RuleViolationStatusFilterTest {

    private static final String PERSISTENCE = "ProcessEnginePersistenceException";

    /** Two at once: one is told what to do, nobody reads of the database. */
    @ParameterizedTest
    @CsvSource({"OptimisticLockingException, 1, 409", PERSISTENCE + ", 10000, 409", PERSISTENCE + ", 10001, 500", PERSISTENCE + ", 0, 500"})
    void whoWasFaster(String type, int code, int status) throws Exception {
        MockHttpServletResponse answer = answerTo(type, code);
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).doesNotContain("act_ru_task")
                .contains(status == 409 ? "tải lại danh sách công việc" : "dữ liệu chưa được ghi");
    }

    @Test
    void theCodeIsTheEnginesOwn() throws Exception {
        assertThat(answerTo(PERSISTENCE, BuiltinExceptionCode.DEADLOCK.getCode()).getStatus()).isEqualTo(409);
    }

    private static MockHttpServletResponse answerTo(String type, int code) throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        new RuleViolationStatusFilter(new ObjectMapper()).doFilter(
                new MockHttpServletRequest("POST", "/camunda/api/engine/engine/default/task/x/submit-form"), answer, (request, response) -> {
                    HttpServletResponse http = (HttpServletResponse) response;
                    http.setStatus(500);
                    http.setContentType("application/json");
                    http.getOutputStream().write("{\"type\":\"%s\",\"message\":\"update act_ru_task\",\"code\":%d}".formatted(type, code)
                            .getBytes(StandardCharsets.UTF_8));
                });
        return answer;
    }
}
