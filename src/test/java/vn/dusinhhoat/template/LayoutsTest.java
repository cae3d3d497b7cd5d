package vn.dusinhhoat.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.dusinhhoat.template.TestPlans.PROVINCE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import vn.dusinhhoat.platform.StartupRefused;

/** An office's own layouts. */
class LayoutsTest {

    @TempDir
    private Path folder;

    @Test
    void anOfficesOwnLayoutReplacesTheShippedOne() throws IOException {
        try (XWPFDocument shipped = new XWPFDocument(new ClassPathResource("layouts/" + PlanDocuments.LAYOUT).getInputStream())) {
            XWPFParagraph own = shipped.createParagraph();
            own.createRun().setText("Biểu mẫu của Văn phòng, {{Tên loại}} năm {{Năm}}");
            save(shipped);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TestPlans.documentsWith(folder).word(TestPlans.draft(PROVINCE, 1, 1), out);
        assertThat(new XWPFDocument(new ByteArrayInputStream(out.toByteArray())).getParagraphs()).extracting(XWPFParagraph::getText)
                .contains("Biểu mẫu của Văn phòng, KẾ HOẠCH năm 2027");
    }

    @Test
    void aFolderWithoutALayoutLeavesTheShippedOneInUse() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TestPlans.documentsWith(folder).word(TestPlans.draft(PROVINCE, 1, 1), out);
        assertThat(out.size()).isPositive();
    }

    @Test
    void aLayoutThatAsksForWhatAPlanDoesNotHaveIsRefusedAtStart() throws IOException {
        try (XWPFDocument strange = new XWPFDocument()) {
            strange.createParagraph().createRun().setText("{{Ngày sinh}}");
            save(strange);
        }
        assertThatThrownBy(() -> TestPlans.documentsWith(folder)).isInstanceOf(StartupRefused.class)
                .hasMessageContaining(PlanDocuments.LAYOUT).hasMessageContaining("{{Ngày sinh}}");
    }

    /** It would show on the day the first plan is in force, hence it is looked for at once. */
    @Test
    void aMistakeInAPartThatIsSeldomShownIsRefusedAtStartToo() throws IOException {
        try (XWPFDocument strange = new XWPFDocument()) {
            strange.createParagraph().createRun().setText("{{^Dự thảo}}{{Ngày sinh}}{{/Dự thảo}}");
            save(strange);
        }
        assertThatThrownBy(() -> TestPlans.documentsWith(folder)).isInstanceOf(StartupRefused.class).hasMessageContaining("{{Ngày sinh}}");
    }

    @Test
    void aFileThatIsNoWordDocumentIsRefusedAtStart() throws IOException {
        Files.writeString(folder.resolve(PlanDocuments.LAYOUT), "Kế hoạch");
        assertThatThrownBy(() -> TestPlans.documentsWith(folder)).isInstanceOf(StartupRefused.class).hasMessageContaining(".docx");
    }

    private void save(XWPFDocument layout) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(PlanDocuments.LAYOUT))) {
            layout.write(out);
        }
    }
}
