package vn.dusinhhoat.attendance.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dusinhhoat.platform.RuleViolation;

/** A draft keeps what is wrong, but nothing that does not fit the form. */
class DraftIntakeTest {

    @Test
    void keepsWhatIsWrong() {
        ReportAnswers wrong = Forms.COMPLETE.with("startedAt", "tối").with("present", "nhiều").with("recommendationRows", List.of(Map.of()))
                .with("visitorScore", Map.of("minutes", "mười"));
        assertThat(Forms.COMMITTEE.accept(wrong)).isEqualTo(wrong);
    }

    @Test
    void keepsTextsUpToTheirLimit() {
        assertThat(accept("summary", "ộ".repeat(20_000)).text("summary")).hasSize(20_000);
        refuses("summary", "ộ".repeat(20_001), "Mục \"Tóm tắt buổi sinh hoạt\" dài quá 20.000 ký tự: đề nghị đồng chí rút gọn.");
        refuses("startedAt", "x".repeat(101), "Mục \"Giờ bắt đầu\" dài quá 100 ký tự: đề nghị đồng chí rút gọn.");
        refuses("place", "x".repeat(301), "Mục \"Địa điểm\" dài quá 300 ký tự: đề nghị đồng chí rút gọn.");
        refuses("recommendationRows", List.of(Map.of(), Map.of("content", "x".repeat(4_001))),
                "Mục \"Nội dung\", dòng 2 dài quá 4.000 ký tự: đề nghị đồng chí rút gọn.");
    }

    @Test
    void keepsFiftyRowsAndNoMore() {
        assertThat(accept("recommendationRows", Collections.nCopies(50, Map.of("kind", "OPINION"))).rows("recommendationRows")).hasSize(50);
        refuses("recommendationRows", Collections.nCopies(51, Map.of()), "Mục \"Ý kiến, kiến nghị của chi bộ\" có quá 50 dòng:"
                + " đề nghị đồng chí gộp các nội dung cùng loại.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approved", "__proto__", "summary.x", "", "massOrganizations"})
    void refusesWhatTheFormDoesNotAsk(String name) {
        assertThatThrownBy(() -> Forms.COMMUNE.accept(ReportAnswers.EMPTY.with(name, "x"))).isInstanceOf(RuleViolation.class)
                .hasMessage("Biểu mẫu báo cáo không có mục \"" + name + "\": tải lại trang rồi mở lại việc này.");
    }

    @Test
    void aNameOfAnyLengthDoesNotComeBackWhole() {
        assertThatThrownBy(() -> accept("x".repeat(100_000), "y")).hasMessageStartingWith("Biểu mẫu báo cáo không có mục")
                .message().hasSizeLessThan(200);
    }

    @ParameterizedTest
    @CsvSource({"summary, number", "summary, list", "summary, map", "recommendationRows, text", "recommendationRows, texts",
        "recommendationRows, nested", "visitorScore, text", "visitorScore, list", "visitorScore, nested"})
    void refusesAnotherShape(String field, String shape) {
        Object value = switch (shape) {
            case "number" -> 7;
            case "text" -> "x";
            case "list" -> List.of("x");
            case "texts" -> List.of("x", "y");
            case "map" -> Map.of("x", "y");
            default -> field.equals("visitorScore") ? Map.of("minutes", Map.of("x", "y")) : List.of(Map.of("content", List.of("x")));
        };
        assertThatThrownBy(() -> accept(field, value)).isInstanceOf(RuleViolation.class).hasMessageContaining("không đúng dạng");
    }

    @Test
    void refusesUnknownColumnsAndCriteria() {
        assertThatThrownBy(() -> accept("recommendationRows", List.of(Map.of("name", "Nguyễn Văn A")))).hasMessageContaining("\"name\"");
        assertThatThrownBy(() -> accept("visitorScore", Map.of("beauty", "5"))).hasMessageContaining("\"beauty\"");
    }

    @Test
    void textsAreComposedAndHoldNothingThatNobodyTypes() {
        String decomposed = Normalizer.normalize("Đề nghị sửa đường", Normalizer.Form.NFD);
        assertThat(accept("summary", decomposed + "\u0000\u001b\ud800\r\nhai\tba").text("summary")).isEqualTo("Đề nghị sửa đường\nhai\tba");
        assertThat(accept("summary", "ổn 👍").text("summary")).isEqualTo("ổn 👍");
    }

    private static ReportAnswers accept(String field, Object value) {
        return Forms.COMMITTEE.accept(ReportAnswers.EMPTY.with(field, value));
    }

    private static void refuses(String field, Object value, String sentence) {
        assertThatThrownBy(() -> accept(field, value)).isExactlyInstanceOf(RuleViolation.class).hasMessage(sentence);
    }
}
