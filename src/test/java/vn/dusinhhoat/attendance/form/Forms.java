package vn.dusinhhoat.attendance.form;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;

/** The shipped forms, read strictly: a key that nobody knows is a mistake in the file. */
final class Forms {

    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    static final ReportForm COMMITTEE = form("committee");
    static final ReportForm COMMUNE = form("commune");
    /** The six answers. */
    static final ReportAnswers COMPLETE = ReportAnswers.EMPTY.with("meetingKind", "REGULAR").with("startedAt", "19:30")
            .with("endedAt", "21:05").with("present", "37").with("required", "40").with("ownScore", "NONE")
            .with("recommendations", "NO").with("summary", "Chi bộ họp đúng giờ; đề nghị sửa đường liên xóm.");

    private Forms() {
    }

    static <T> T read(String file, Class<T> type) {
        try {
            return JSON.readValue(new ClassPathResource("report-form/" + file).getInputStream(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReportForm form(String audience) {
        return new ReportForm(read(audience + "-1.json", FormDefinition.class), read("rubric-1.json", ScoreRubric.class));
    }
}
