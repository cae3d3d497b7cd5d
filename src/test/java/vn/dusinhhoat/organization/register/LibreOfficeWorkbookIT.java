package vn.dusinhhoat.organization.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.dusinhhoat.testing.HostileText;
import vn.dusinhhoat.testing.LibreOffice;

/** The filled template, opened in a real LibreOffice and saved there, means the same. */
class LibreOfficeWorkbookIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);

    @TempDir
    private Path folder;

    @Test
    void whatLibreOfficeWroteIsReadLikeWhatExcelWrites() throws Exception {
        Path excel = TestWorkbook.smallProvince().set(TestWorkbook.PEOPLE, 2, "Điện thoại", "0912345678").save(folder);
        Path libreOffice = folder.resolve("libreoffice.xlsx");
        LibreOffice.convert(excel, libreOffice);

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
        LibreOffice.convert(excel, libreOffice);
        assertThat(compare(libreOffice).faults().sorted()).isEqualTo(compare(excel).faults().sorted()).hasSize(1);
    }

    /** Row C14: opened and saved by a program that computes, a formula-like name is still a name. */
    @Test
    void namesThatLookLikeFormulasAreStillNames() throws Exception {
        List<String> active = HostileText.active().toList();
        WorkbookComparison taken = compare(HostileWorkbookTest.named(active).save(folder));
        Register register = new Register();
        taken.changes().forEach(change -> register.put(change.after()));
        Path given = folder.resolve("given-out.xlsx");
        try (OutputStream out = Files.newOutputStream(given)) {
            RegisterWorkbook.write(register, out);
        }
        Path libreOffice = folder.resolve("libreoffice.xlsx");
        LibreOffice.convert(given, libreOffice);
        assertThat(HostileWorkbookTest.textsIn(Files.readAllBytes(libreOffice))).containsAll(active);
    }

    private static WorkbookComparison compare(Path file) throws Exception {
        return WorkbookComparison.of(file, new Register(), wanted -> Set.of(), TODAY, percent -> { });
    }
}
