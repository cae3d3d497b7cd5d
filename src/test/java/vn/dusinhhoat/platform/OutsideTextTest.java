package vn.dusinhhoat.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dusinhhoat.testing.HostileText;

class OutsideTextTest {

    @ParameterizedTest
    @MethodSource("vn.dusinhhoat.testing.HostileText#active")
    void aTextStaysAText(String text) {
        assertThat(OutsideText.lines(text, "lý do")).isEqualTo(text);
        assertThat(OutsideText.line(text, "lý do")).isEqualTo(text);
    }

    @Test
    void whatCannotBeSeenIsLeftOut() {
        assertThat(OutsideText.lines(HostileText.REVERSED, "")).isEqualTo("hoafdp.exe");
        assertThat(OutsideText.lines(HostileText.HIDDEN, "")).isEqualTo("KimLiên");
        assertThat(OutsideText.lines(HostileText.CONTROLS, "")).isEqualTo("a[31mb\nc");
        assertThat(OutsideText.line(HostileText.INVISIBLE, "")).isEmpty();
        assertThat(OutsideText.lines("ổn 👍\thai", "")).isEqualTo("ổn 👍\thai");
    }

    @Test
    void lettersAreComposed() {
        assertThat(HostileText.DECOMPOSED).isNotEqualTo("Đề nghị sửa đường Trưng Nữ Vương");
        assertThat(OutsideText.lines(HostileText.DECOMPOSED, "")).isEqualTo("Đề nghị sửa đường Trưng Nữ Vương");
        assertThat(Normalizer.isNormalized(OutsideText.line("ê\u200B\u0323", ""), Normalizer.Form.NFC))
                .as("also around what was left out").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\rb", "a\u000Bb", "a\fb", "a\u0085b", "a\u2028b", "a\u2029b", "a\nb"})
    void everyLineBreakIsTheSame(String text) {
        assertThat(OutsideText.lines(text, "")).isEqualTo("a\nb");
        assertThat(OutsideText.line(text, "")).isEqualTo("a b");
    }

    @Test
    void aLineHasSingleSpaces() {
        assertThat(OutsideText.line("  12-CV/TU \t\u00A0 ngày\n3 ", "")).isEqualTo("12-CV/TU ngày 3");
    }

    @ParameterizedTest
    @MethodSource("vn.dusinhhoat.testing.HostileText#broken")
    void whatIsBrokenIsRefusedByName(String text) {
        assertThatThrownBy(() -> OutsideText.lines(text, "lý do")).isInstanceOf(RuleViolation.class).hasMessage(
                "Phần \"lý do\" có ký tự hỏng, hệ thống không ghi được: đề nghị đồng chí xóa phần này và gõ lại.");
        assertThat(OutsideText.isBroken(OutsideText.shown(text))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"abc, 3, abc", "abcd, 3, ab…", "a👍bc, 3, a…", "👍👍, 4, 👍👍"})
    void shorteningCutsNoCharacter(String text, int longest, String shown) {
        assertThat(OutsideText.shortened(text, longest)).isEqualTo(shown);
    }

    @Test
    void whatIsTooLongIsRefusedByNameAndLimit() {
        assertThatThrownBy(() -> OutsideText.requireAtMost(HostileText.LONG, 4_000, "mô tả")).isInstanceOf(RuleViolation.class)
                .hasMessage("Phần \"mô tả\" dài quá 4.000 ký tự: đề nghị đồng chí rút gọn.");
        OutsideText.requireAtMost(HostileText.LONG, 5_000, "mô tả");
    }
}
