package vn.dusinhhoat.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of files: for people only, never part of a path or header. */
class FileNameTest {

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", value = {
        "Biên bản tháng 4.pdf              => Biên bản tháng 4.pdf",
        "../../etc/passwd.pdf              => passwd.pdf",
        "C:\\Users\\x\\bí mật.docx         => bí mật.docx",
        ".pdf                              => tep-kem-theo.pdf",
        "...pdf                            => tep-kem-theo.pdf",
        "a<b>c:\"d|e?f*.pdf                => a_b_c__d_e_f_.pdf",
    })
    void namesAreForPeopleOnly(String sent, String shown) {
        assertThat(nameOf(sent.strip())).isEqualTo(shown.strip());
    }

    @Test
    void namesAreComposedShortAndWithoutTricks() {
        assertThat(nameOf(Normalizer.normalize("Đề nghị.pdf", Normalizer.Form.NFD))).isEqualTo("Đề nghị.pdf");
        assertThat(nameOf("a\r\nSet-Cookie: x=1\u0000.pdf")).isEqualTo("aSet-Cookie_ x=1.pdf");
        assertThat(nameOf("hoa\u202Efdp.exe.pdf")).isEqualTo("hoafdp.exe.pdf");
        assertThat(nameOf("ộ".repeat(5_000) + ".pdf")).isEqualTo("ộ".repeat(196) + ".pdf");
        assertThat(nameOf("👍".repeat(5_000) + ".pdf")).isEqualTo("👍".repeat(98) + ".pdf");
        assertThat(nameOf("x" + "👍".repeat(5_000) + ".pdf")).isEqualTo("x" + "👍".repeat(97) + ".pdf");
        assertThat(nameOf(null)).isEqualTo("tep-kem-theo");
        assertThat(nameOf("a." + "b".repeat(5_000))).isEqualTo("a");
    }

    private static String nameOf(String sent) {
        return FileName.of(sent, "tep-kem-theo", 200);
    }
}
