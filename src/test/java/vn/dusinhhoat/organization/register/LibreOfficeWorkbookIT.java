package vn.dusinhhoat.organization.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The filled template, opened in a real LibreOffice and saved there, means the same. */
class LibreOfficeWorkbookIT {

    private static final Path TOOLING = Path.of("src", "tooling", "libreoffice").toAbsolutePath();
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);

    @TempDir
    private Path folder;

    @Test
    void whatLibreOfficeWroteIsReadLikeWhatExcelWrites() throws Exception {
        Path excel = TestWorkbook.smallProvince().set(TestWorkbook.PEOPLE, 2, "Điện thoại", "0912345678").save(folder);
        Path libreOffice = folder.resolve("libreoffice.xlsx");
        savedByLibreOffice(excel, libreOffice);

        WorkbookComparison written = compare(excel);
        WorkbookComparison saved = compare(libreOffice);
        assertThat(saved.faults().sorted()).isEmpty();
        assertThat(saved.changes()).hasSameSizeAs(written.changes()).isNotEmpty();
        for (int index = 0; index < saved.changes().size(); index++) {
            assertThat(saved.changes().get(index).after().values()).isEqualTo(written.changes().get(index).after().values());
        }
    }

    @Test
    void aMistakeIsFoundAtTheSamePlace() throws Exception {
        Path excel = TestWorkbook.smallProvince().set(TestWorkbook.UNITS, 3, "Từ ngày", "30/02/2025").save(folder);
        Path libreOffice = folder.resolve("libreoffice.xlsx");
        savedByLibreOffice(excel, libreOffice);
        assertThat(compare(libreOffice).faults().sorted()).isEqualTo(compare(excel).faults().sorted()).hasSize(1);
    }

    private static WorkbookComparison compare(Path file) throws Exception {
        return WorkbookComparison.of(file, new Register(), wanted -> Set.of(), TODAY, percent -> { });
    }

    private static void savedByLibreOffice(Path from, Path to) throws Exception {
        Process process = new ProcessBuilder("node", "convert.mjs", from.toString(), to.toString())
                .directory(TOOLING.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
