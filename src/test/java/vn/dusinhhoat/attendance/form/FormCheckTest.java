package vn.dusinhhoat.attendance.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of the shipped form, by the field that its sentence stands beside. */
class FormCheckTest {

    private static final Map<String, Object> ROW = Map.of("kind", "RECOMMENDATION", "content", "Sửa đường liên xóm",
            "area", "ROADS", "group", "các hộ cuối xóm", "addressee", "COMMUNE_COMMITTEE");

    static Stream<ReportForm> forms() {
        return Stream.of(Forms.COMMITTEE, Forms.COMMUNE);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void sixAnswersAreEnough(ReportForm form) {
        assertThat(form.problemsOf(Forms.COMPLETE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void namesEveryMissingAnswerOnce(ReportForm form) {
        assertThat(form.problemsOf(ReportAnswers.EMPTY)).extracting(ReportProblem::field).containsExactly(
                "meetingKind", "startedAt", "endedAt", "present", "required", "ownScore", "recommendations", "summary");
        assertThat(form.problemsOf(ReportAnswers.EMPTY).get(7).message())
                .isEqualTo("Đề nghị đồng chí ghi tóm tắt buổi sinh hoạt, ít nhất một câu.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "1.5", "9999", "12345678901", "٣", " "})
    void refusesWhatIsNoNumberOfMembers(String typed) {
        assertThat(fields(Forms.COMPLETE.with("present", typed))).containsExactly("present");
    }

    @ParameterizedTest
    @CsvSource({"25:00, 21:00, startedAt", "19:30, 19:30, endedAt", "21:00, 19:30, endedAt", "7h30, 21:00, startedAt",
        "24:00, 21:00, startedAt", "19:30, 21:60, endedAt"})
    void refusesImpossibleTimes(String start, String end, String field) {
        assertThat(fields(Forms.COMPLETE.with("startedAt", start).with("endedAt", end))).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({"41, , , present", "40, , , ", "38, 2, , ", "38, 2, 1, absentExcused", "38, , 3, absentExcused", "38, x, 9, absentExcused",
        "41, 1, 1, present|absentExcused"})
    void countsNobodyTwice(String present, String excused, String unexcused, String expected) {
        ReportAnswers answers = Forms.COMPLETE.with("present", present).with("absentExcused", excused).with("absentUnexcused", unexcused);
        assertThat(fields(answers)).containsExactlyInAnyOrderElementsOf(
                expected == null ? List.of() : Arrays.asList(expected.split("\\|")));
    }

    @ParameterizedTest
    @CsvSource({"meetingKind, PARTY", "ownScore, EXCELLENT", "recommendations, MAYBE", "meetingForm, BY_PHONE", "resolutionVoted, yes",
        "exempt, hai", "speakers, -3"})
    void refusesWhatIsNoAnswer(String field, String typed) {
        assertThat(fields(Forms.COMPLETE.with(field, typed))).containsExactly(field);
    }

    @ParameterizedTest
    @CsvSource({"REGULAR, false", "THEMATIC, true", "COMBINED, true", "REVIEW, false"})
    void aTopicIsAskedOfThematicMeetingsOnly(String kind, boolean asked) {
        ReportAnswers answers = Forms.COMPLETE.with("meetingKind", kind);
        assertThat(fields(answers).contains("topic")).isEqualTo(asked);
        assertThat(fields(answers.with("topic", "Chuyển đổi số"))).isEmpty();
        assertThat(Forms.COMMITTEE.sendable(answers.with("topic", "Chuyển đổi số")).isMissing("topic")).isEqualTo(!asked);
    }

    @Test
    void whoSaysYesToRecommendationsWritesOneAtLeast() {
        ReportAnswers yes = Forms.COMPLETE.with("recommendations", "YES");
        assertThat(fields(yes)).containsExactly("recommendationRows");
        assertThat(fields(yes.with("recommendationRows", List.of()))).containsExactly("recommendationRows");
        assertThat(fields(yes.with("recommendationRows", List.of(ROW)))).isEmpty();
    }

    @Test
    void aProblemOfARowNamesRowAndColumn() {
        List<Map<String, Object>> rows = List.of(ROW, ROW, Map.of("kind", "RECOMMENDATION", "area", "NOWHERE"));
        assertThat(fields(Forms.COMPLETE.with("recommendations", "YES").with("recommendationRows", rows))).containsExactly(
                "recommendationRows[2].content", "recommendationRows[2].area", "recommendationRows[2].addressee");
    }

    /** An opinion is told apart from a recommendation: nobody has to solve it. */
    @Test
    void anOpinionNeedsNoAddressee() {
        Map<String, Object> opinion = Map.of("kind", "OPINION", "content", "Phấn khởi về đường mới", "area", "ROADS");
        ReportAnswers answers = Forms.COMPLETE.with("recommendations", "YES").with("recommendationRows", List.of(opinion));
        assertThat(fields(answers)).isEmpty();
    }

    @Test
    void theCommuneLevelHasNoOtherBodyToTurnTo() {
        Map<String, Object> row = new LinkedHashMap<>(ROW);
        row.put("addressee", "OWN_THUONG_TRUC");
        ReportAnswers answers = Forms.COMPLETE.with("recommendations", "YES").with("recommendationRows", List.of(row));
        assertThat(Forms.COMMITTEE.problemsOf(answers)).isEmpty();
        assertThat(Forms.COMMUNE.problemsOf(answers)).extracting(ReportProblem::field)
                .containsExactly("recommendationRows[0].addressee");
    }

    @Test
    void whatIsNoLongerAskedIsNeitherCheckedNorSent() {
        ReportAnswers changedMind = Forms.COMPLETE.with("recommendationRows", List.of(Map.of("kind", "x")));
        assertThat(fields(changedMind)).isEmpty();
        assertThat(Forms.COMMITTEE.sendable(changedMind)).isEqualTo(Forms.COMPLETE);
    }

    @ParameterizedTest
    @CsvSource({"15, Tốt, 90", "14.9, Khá, 89.9", "'14,9', Khá, 89.9"})
    void theScoreIsWorkedOutWithItsLevel(String preparation, String level, BigDecimal points) {
        ReportAnswers answers = Forms.COMPLETE.with("visitorScore", points(preparation, "15", "25", "10", "10", "5", "10"));
        assertThat(fields(answers)).isEmpty();
        assertThat(Forms.COMMITTEE.scoresOf(answers).get("visitorScore").level()).isEqualTo(level);
        assertThat(Forms.COMMITTEE.scoresOf(answers).get("visitorScore").points()).isEqualByComparingTo(points);
    }

    @ParameterizedTest
    @CsvSource({"90, Tốt", "89.99, Khá", "70, Khá", "69.99, Trung bình", "50, Trung bình", "49.99, Kém", "0, Kém"})
    void levelsBeginWhereTheRubricSays(BigDecimal points, String level) {
        assertThat(Forms.COMMITTEE.rubric().score(points).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "16", "-1", "nhiều", "1,234"})
    void aScoreIsWholeAndWithinItsPointsOrNotThere(String preparation) {
        ReportAnswers answers = Forms.COMPLETE.with("visitorScore", points(preparation, "15", "25", "10", "10", "5", "10"));
        assertThat(fields(answers)).containsExactly("visitorScore.preparation");
        assertThat(Forms.COMMITTEE.scoresOf(answers)).isEmpty();
    }

    @Test
    void anEmptyScoreIsNone() {
        ReportAnswers answers = Forms.COMPLETE.with("visitorScore", points("", "", "", "", "", "", ""));
        assertThat(fields(answers)).isEmpty();
        assertThat(Forms.COMMITTEE.sendable(answers)).isEqualTo(Forms.COMPLETE);
    }

    /** Situation C14: the kind is corrected, the sheet follows. */
    @Test
    void theSheetFollowsTheKindOfMeeting() {
        ReportAnswers regular = Forms.COMPLETE.with("visitorScore", points("15", "15", "25", "10", "10", "10", "15"));
        assertThat(Forms.COMMITTEE.scoresOf(regular).get("visitorScore").points()).isEqualByComparingTo("100");
        ReportAnswers thematic = regular.with("meetingKind", "THEMATIC").with("topic", "Chuyển đổi số");
        assertThat(fields(thematic)).contains("visitorScore.topic", "visitorScore.discussion");
        assertThat(fields(regular.with("meetingKind", "CONGRESS"))).isEmpty();
        assertThat(Forms.COMMITTEE.sendable(regular.with("meetingKind", "CONGRESS")).isMissing("visitorScore")).isTrue();
    }

    @Test
    void firstAnswersComeFromTheVisitAndFiguresOfTheLastReport() {
        ReportAnswers last = Forms.COMPLETE.with("meetingKind", "COMBINED").with("exempt", "27").with("place", "Nhà văn hóa");
        assertThat(Forms.COMMITTEE.prefilled("19:00", last)).isEqualTo(ReportAnswers.EMPTY.with("meetingKind", "COMBINED")
                .with("startedAt", "19:00").with("required", "40").with("exempt", "27"));
        assertThat(Forms.COMMITTEE.prefilled("19:00", ReportAnswers.EMPTY.with("required", "nhiều")))
                .isEqualTo(ReportAnswers.EMPTY.with("meetingKind", "REGULAR").with("startedAt", "19:00"));
    }

    private static Map<String, Object> points(String... points) {
        List<String> names = List.of("preparation", "turnout", "discussion", "duration", "minutes", "principles", "lastResolution");
        Map<String, Object> typed = new LinkedHashMap<>();
        for (int each = 0; each < points.length; each++) {
            typed.put(names.get(each), points[each]);
        }
        return typed;
    }

    private static List<String> fields(ReportAnswers answers) {
        return Forms.COMMITTEE.problemsOf(answers).stream().map(ReportProblem::field).toList();
    }
}
