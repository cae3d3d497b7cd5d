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
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.testing.HostileText;

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
        assertThat(accept("summary", decomposed + "\u001b\u202e\u200b\r\nhai\tba").text("summary")).isEqualTo("Đề nghị sửa đường\nhai\tba");
        assertThat(accept("summary", "ổn 👍").text("summary")).isEqualTo("ổn 👍");
    }

    /** Row C12: every question of every form, also in rows. */
    @Test
    void everyTextOfEveryFormStaysATextOrIsRefusedByName() {
        for (ReportForm form : List.of(Forms.COMMITTEE, Forms.COMMUNE)) {
            for (FormField field : form.definition().fields()) {
                HostileText.shownAsTyped().values().forEach(text -> each(form, field, text).forEach(accepted ->
                        assertThat(accepted).as(field.name()).isEqualTo(OutsideText.shown(text))));
                HostileText.broken().forEach(text -> assertThatThrownBy(() -> each(form, field, text)).as(field.name())
                        .isInstanceOf(RuleViolation.class).hasMessageContaining(field.label()).hasMessageContaining("ký tự hỏng"));
                assertThatThrownBy(() -> each(form, field, HostileText.VERY_LONG)).as(field.name()).isInstanceOf(RuleViolation.class)
                        .hasMessageContaining("dài quá");
            }
        }
    }

    /** The text put into the field, or into every column of its rows, as it comes back. */
    private static List<String> each(ReportForm form, FormField field, String text) {
        if (field.type() == FormField.Type.SCORE) {
            String criterion = form.rubric().sheets().values().iterator().next().criteria().get(0).name();
            return List.of(form.accept(ReportAnswers.EMPTY.with(field.name(), Map.of(criterion, text))).points(field.name()).text(criterion));
        }
        if (field.type() != FormField.Type.ROWS) {
            return List.of(form.accept(ReportAnswers.EMPTY.with(field.name(), text)).text(field.name()));
        }
        return field.columns().stream().map(column -> {
            try {
                return form.accept(ReportAnswers.EMPTY.with(field.name(), List.of(Map.of(column.name(), text)))).rows(field.name()).get(0)
                        .text(column.name());
            } catch (RuleViolation refused) {
                throw new RuleViolation(field.label() + ": " + refused.getMessage());
            }
        }).toList();
    }

    private static ReportAnswers accept(String field, Object value) {
        return Forms.COMMITTEE.accept(ReportAnswers.EMPTY.with(field, value));
    }

    private static void refuses(String field, Object value, String sentence) {
        assertThatThrownBy(() -> accept(field, value)).isExactlyInstanceOf(RuleViolation.class).hasMessage(sentence);
    }
}
