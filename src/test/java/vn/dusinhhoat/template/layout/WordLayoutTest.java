package vn.dusinhhoat.template.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.dusinhhoat.testing.HostileText;

/** A layout as clerks make it, filled. */
class WordLayoutTest {

    @Test
    void aPlaceIsFilledInWhereverItStands() throws IOException {
        XWPFDocument filled = filled(layout -> {
            layout.createParagraph().createRun().setText("Kính gửi: {{Tên}}, {{ Chức vụ }}.");
            layout.createTable(1, 1).getRow(0).getCell(0).setText("{{Tên}}");
            layout.createHeader(HeaderFooterType.DEFAULT).createParagraph().createRun().setText("{{Tên}}");
        }, new Values().text("Tên", "Đỗ Ước").text("Chức vụ", null));
        assertThat(filled.getParagraphs().get(0).getText()).isEqualTo("Kính gửi: Đỗ Ước, .");
        assertThat(filled.getTables().get(0).getText().strip()).isEqualTo("Đỗ Ước");
        assertThat(filled.getHeaderList().get(0).getText().strip()).isEqualTo("Đỗ Ước");
    }

    /** Word begins another run wherever somebody edited or the spelling check marked something. */
    @Test
    void aPlaceThatWordHasCutIntoRunsIsFoundAndKeepsItsFirstFormat() throws IOException {
        XWPFDocument filled = filled(layout -> {
            XWPFParagraph paragraph = layout.createParagraph();
            paragraph.createRun().setText("Đồng chí {");
            paragraph.getRuns().get(0).setBold(true);
            for (String part : List.of("{Tê", "", "n", "}", "} và {{", "Tên}} {{Tên", "}}.")) {
                paragraph.createRun().setText(part);
            }
        }, new Values().text("Tên", "An"));
        XWPFParagraph paragraph = filled.getParagraphs().get(0);
        assertThat(paragraph.getText()).isEqualTo("Đồng chí An và An An.");
        assertThat(paragraph.getRuns().get(0).text()).isEqualTo("Đồng chí An");
        assertThat(paragraph.getRuns().get(0).isBold()).isTrue();
    }

    @Test
    void aNameTypedWithCombiningMarksIsTheSame() throws IOException {
        XWPFDocument filled = filled(layout -> layout.createParagraph().createRun()
                .setText("{{" + Normalizer.normalize("Đảng ủy", Normalizer.Form.NFD) + "}}"), new Values().text("Đảng ủy", "Kim Liên"));
        assertThat(filled.getParagraphs().get(0).getText()).isEqualTo("Kim Liên");
    }

    @Test
    void paragraphsRowsAndWholePartsComeAsOftenAsThereAreValues() throws IOException {
        XWPFDocument filled = filled(WordLayoutTest::withParts, new Values().text("Năm", "2027")
                .each("Tháng", List.of(month("1", "An", "Bình"), month("2"), month("3", "Cường"))));
        assertThat(filled.getBodyElements()).hasSize(7);
        assertThat(filled.getParagraphs()).extracting(XWPFParagraph::getText)
                .containsExactly("Tháng 1/2027", "Tháng 2/2027", "Không có ai", "Tháng 3/2027");
        assertThat(filled.getTables()).extracting(XWPFTable::getText).extracting(text -> text.replaceAll("\\s+", " ").strip())
                .containsExactly("Tên An 2027 Bình 2027", "Tên", "Tên Cường 2027");
    }

    private static void withParts(XWPFDocument layout) {
        layout.createParagraph().createRun().setText("{{#Tháng}}");
        layout.createParagraph().createRun().setText("Tháng {{Số}}/{{Năm}}");
        XWPFTable table = layout.createTable(1, 2);
        table.getRow(0).getCell(0).setText("Tên");
        XWPFTableRow row = table.createRow();
        row.getCell(0).setText("{{#Người}}{{Tên}}");
        row.getCell(1).setText("{{Năm}}{{/Người}}");
        layout.createParagraph().createRun().setText("{{^Người}}Không có ai{{/Người}}");
        layout.createParagraph().createRun().setText("{{/Tháng}}");
    }

    private static Values month(String number, String... names) {
        return new Values().text("Số", number).each("Người", List.of(names).stream().map(name -> new Values().text("Tên", name)).toList());
    }

    @Test
    void aPartThatIsNotShownLeavesNothing() throws IOException {
        Consumer<XWPFDocument> layout = made -> made.createParagraph().createRun().setText("{{#Dự thảo}}DỰ THẢO{{/Dự thảo}}");
        assertThat(filled(layout, new Values().shown("Dự thảo", false)).getBodyElements()).isEmpty();
        assertThat(filled(layout, new Values().shown("Dự thảo", true)).getParagraphs().get(0).getText()).isEqualTo("DỰ THẢO");
    }

    static List<String> hostileTexts() {
        return List.copyOf(HostileText.shownAsTyped().values());
    }

    /** Rows C11 and C14: what people typed is a text in the document, no place, no markup, no other value. */
    @ParameterizedTest
    @MethodSource("hostileTexts")
    void whatIsFilledInIsNeverLookedThrough(String hostile) throws IOException {
        XWPFDocument filled = filled(layout -> layout.createParagraph().createRun().setText("[{{Tên}}|{{Khác}}]"),
                new Values().text("Tên", hostile).text("Khác", "{{Tên}} {{#Tên}}"));
        String text = filled.getParagraphs().get(0).getText();
        assertThat(text).endsWith("|{{Tên}} {{#Tên}}]").isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
        assertThat(text.codePoints().filter(point -> point != '\n')).noneMatch(Character::isISOControl);
        HostileText.active().filter(hostile::equals).forEach(active -> assertThat(text).startsWith("[" + active + "|"));
    }

    @Test
    void noCharacterBreaksTheFile() throws IOException {
        String all = "😀👩‍🌾\uFFFE\uFFFF\u0000\uD83D\r\nhai\tba\u0085bốn";
        XWPFDocument filled = filled(layout -> layout.createParagraph().createRun().setText("{{Tên}}"), new Values().text("Tên", all));
        assertThat(filled.getParagraphs().get(0).getText()).isEqualTo("😀👩🌾\nhai ba\nbốn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{#Tháng}}", "{{#Tháng}} có chữ", "chữ {{#Tháng}}chữ{{/Tháng}}", "{{/Tháng}}", "{{#Tháng}}x{{/Năm}}", "{{ }}",
            "{{Tháng", "{{#Tháng}}a{{^Năm}}b{{/Năm}}c{{/Tháng}}"})
    void marksThatDoNotFitAreRefusedInASentence(String marks) {
        assertThatThrownBy(() -> read(layout -> layout.createParagraph().createRun().setText(marks)))
                .isInstanceOf(UnfitLayout.class).hasMessageContaining("{{");
    }

    @Test
    void aCellThatMightBeEmptyIsRefusedBecauseWordWouldNotOpenIt() {
        assertThatThrownBy(() -> read(layout -> {
            XWPFTableRow row = layout.createTable(1, 2).getRow(0);
            row.getCell(0).setText("{{#Tên}}x{{/Tên}}");
            row.getCell(1).setText("y");
        }))
                .isInstanceOf(UnfitLayout.class).hasMessageContaining("phải kết thúc bằng một đoạn không lặp");
    }

    @Test
    void aNameThatTheDocumentDoesNotHaveIsNamed() throws IOException {
        WordLayout place = read(layout -> layout.createParagraph().createRun().setText("{{Tuổi}}"));
        assertThatThrownBy(() -> place.fill(new Values(), new ByteArrayOutputStream())).isInstanceOf(UnfitLayout.class).hasMessageContaining("{{Tuổi}}");
        WordLayout part = read(layout -> layout.createParagraph().createRun().setText("{{#Tuổi}}x{{/Tuổi}}"));
        assertThatThrownBy(() -> part.fill(new Values(), new ByteArrayOutputStream())).isInstanceOf(UnfitLayout.class).hasMessageContaining("{{#Tuổi}}");
    }

    @Test
    void whatIsNoWordDocumentIsRefused() {
        for (byte[] file : List.of(new byte[0], "không phải Word".getBytes(StandardCharsets.UTF_8), new byte[] {'P', 'K', 3, 4})) {
            assertThatThrownBy(() -> WordLayout.read(new ByteArrayInputStream(file))).isInstanceOf(UnfitLayout.class).hasMessageContaining(".docx");
        }
    }

    private static WordLayout read(Consumer<XWPFDocument> layout) throws IOException {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            layout.accept(document);
            document.write(made);
        }
        return WordLayout.read(new ByteArrayInputStream(made.toByteArray()));
    }

    private static XWPFDocument filled(Consumer<XWPFDocument> layout, Values values) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        read(layout).fill(values, out);
        return new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
    }
}
