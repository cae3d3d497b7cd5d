package vn.dusinhhoat.attendance.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dusinhhoat.platform.RuleViolation;

/** A file is what its content says, and its name has to agree. */
class FileCheckTest {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    @ParameterizedTest
    @CsvSource({"pdf, PDF", "docx, DOCX", "xlsx, XLSX", "jpg, JPG", "png, PNG", "heic, HEIC"})
    void knowsEveryKindByItsContent(String ending, FileKind kind) {
        assertThat(FileCheck.kindOf("Biên bản." + ending, TestFiles.of(ending))).isEqualTo(kind);
        assertThat(FileCheck.kindOf("BIÊN BẢN." + ending.toUpperCase(), TestFiles.of(ending))).isEqualTo(kind);
    }

    static Stream<Arguments> mismatches() {
        return Stream.of("pdf", "docx", "xlsx", "jpg", "png", "heic").flatMap(claimed -> Stream.of("pdf", "docx", "xlsx", "jpg", "png", "heic")
                .filter(real -> !real.equals(claimed)).map(real -> Arguments.of(claimed, real)));
    }

    @ParameterizedTest
    @MethodSource("mismatches")
    void refusesOneKindUnderTheNameOfAnother(String claimed, String real) {
        assertThatThrownBy(() -> FileCheck.kindOf("ảnh." + claimed, TestFiles.of(real))).isExactlyInstanceOf(RuleViolation.class)
                .hasMessage("Nội dung tệp \"ảnh." + claimed + "\" không phải là " + claimed
                        + " hoặc tệp đã hỏng: mở tệp bằng đúng phần mềm, lưu lại rồi đính kèm.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><script>alert(1)</script>", "<svg xmlns='http://www.w3.org/2000/svg'/>", "MZ\u0090\u0000", "#!/bin/sh\n", "x",
        "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "PK\u0003\u0004broken"})
    void refusesAnythingElseUnderAnyName(String content) {
        for (String ending : new String[] {"pdf", "docx", "xlsx", "jpg", "png", "heic"}) {
            assertThatThrownBy(() -> FileCheck.kindOf("x." + ending, content.getBytes(StandardCharsets.ISO_8859_1)))
                    .isExactlyInstanceOf(RuleViolation.class).hasMessageContaining("không phải là " + ending);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bien-ban.doc", "bien-ban.docm", "bien-ban.xls", "anh.gif", "trang.html", "khong-duoi", "a.pdf.exe"})
    void refusesOtherNames(String name) {
        assertThatThrownBy(() -> FileCheck.kindOf(name, TestFiles.of("pdf")))
                .hasMessage("Tệp \"" + name + "\" thuộc loại không đính kèm được: chọn tệp pdf, docx, xlsx, jpg, png hoặc heic.");
    }

    @Test
    void refusesMacrosWhereverTheyHide() {
        String sentence = "Tệp \"x.docx\" có chứa macro: lưu lại dạng docx hoặc xlsx không có macro rồi đính kèm.";
        assertThatThrownBy(() -> FileCheck.kindOf("x.docx", TestFiles.office(WORD, "word/vbaProject.bin"))).hasMessage(sentence);
        assertThatThrownBy(() -> FileCheck.kindOf("x.docx", TestFiles.office(WORD, "WORD/VBAPROJECT.BIN"))).hasMessage(sentence);
        assertThatThrownBy(() -> FileCheck.kindOf("x.docx",
                TestFiles.office("application/vnd.ms-word.document.macroEnabled.main+xml"))).hasMessage(sentence);
        assertThat(FileCheck.kindOf("x.docx", TestFiles.office(WORD, "word/document.xml"))).isEqualTo(FileKind.DOCX);
    }

    @Test
    void refusesZipsThatAreNoDocuments() {
        for (byte[] zip : new byte[][] {TestFiles.office(null, "a.txt"), TestFiles.office("text/plain", "a.txt"),
            TestFiles.office(WORD, IntStream.range(0, 5_001).mapToObj(n -> "p" + n).toArray(String[]::new))}) {
            assertThatThrownBy(() -> FileCheck.kindOf("x.docx", zip)).hasMessageContaining("không phải là docx");
        }
    }

    @Test
    void refusesNothingAndTooMuch() {
        assertThatThrownBy(() -> FileCheck.kindOf("x.pdf", new byte[0])).hasMessage("Tệp \"x.pdf\" rỗng: chọn lại tệp.");
        assertThat(FileCheck.kindOf("x.pdf", TestFiles.pdf(FileCheck.LARGEST))).isEqualTo(FileKind.PDF);
        assertThatThrownBy(() -> FileCheck.kindOf("x.pdf", TestFiles.pdf(FileCheck.LARGEST + 1)))
                .hasMessage("Tệp \"x.pdf\" lớn hơn 20 MB: giảm dung lượng hoặc tách thành nhiều tệp.");
    }
}
