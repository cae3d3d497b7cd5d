package vn.dusinhhoat.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCheckTest {

    private static final ReportAnswers COMPLETE = new ReportAnswers("REGULAR", "19:30", "21:05", "37", "40", "NONE", "YES",
            "Chi bộ họp đúng giờ; đề nghị sửa đường liên xóm.");

    @Test
    void acceptsACompleteReport() {
        assertThat(ReportCheck.of(COMPLETE)).isEmpty();
    }

    @Test
    void namesEveryMissingAnswerOnce() {
        assertThat(ReportCheck.of(ReportAnswers.EMPTY)).extracting(ReportProblem::field).containsExactly(
                "meetingKind", "startedAt", "endedAt", "present", "required", "ownScore", "recommendations", "summary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "1.5", "9999", "12345678901", "٣", " "})
    void refusesWhatIsNoNumberOfMembers(String typed) {
        assertThat(problemFields(with(null, null, typed, null))).contains("present");
    }

    @ParameterizedTest
    @CsvSource({"25:00, 21:00, startedAt", "19:30, 19:30, endedAt", "21:00, 19:30, endedAt", "7h30, 9h, startedAt"})
    void refusesImpossibleTimes(String start, String end, String field) {
        assertThat(problemFields(with(start, end, null, null))).contains(field);
    }

    @Test
    void refusesMorePresentThanRequired() {
        assertThat(problemFields(with(null, null, "41", "40"))).containsExactly("present");
    }

    @Test
    void draftKeepsAnythingUpToTheLongestText() {
        assertThat(ReportCheck.ofDraft(with("không rõ", null, "nhiều", null))).isEmpty();
        assertThat(ReportCheck.ofDraft(summary("ộ".repeat(ReportCheck.LONGEST_SUMMARY)))).isEmpty();
        assertThat(ReportCheck.ofDraft(summary("ộ".repeat(ReportCheck.LONGEST_SUMMARY + 1)))).isPresent();
        assertThat(ReportCheck.ofDraft(with("x".repeat(101), null, null, null))).isPresent();
    }

    private static List<String> problemFields(ReportAnswers answers) {
        return ReportCheck.of(answers).stream().map(ReportProblem::field).toList();
    }

    private static ReportAnswers with(String start, String end, String present, String required) {
        return new ReportAnswers(COMPLETE.meetingKind(), start == null ? COMPLETE.startedAt() : start,
                end == null ? COMPLETE.endedAt() : end, present == null ? COMPLETE.present() : present,
                required == null ? COMPLETE.required() : required, COMPLETE.ownScore(), COMPLETE.recommendations(),
                COMPLETE.summary());
    }

    private static ReportAnswers summary(String text) {
        return new ReportAnswers(COMPLETE.meetingKind(), COMPLETE.startedAt(), COMPLETE.endedAt(), COMPLETE.present(),
                COMPLETE.required(), COMPLETE.ownScore(), COMPLETE.recommendations(), text);
    }
}
