package vn.dusinhhoat.organization.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no workbook, or one made to hurt: one sentence, no harm. */
class HostileFilesTest {

    private static final int BOMB_MEGABYTES = 300;

    @TempDir
    private Path folder;

    @Test
    void whatIsNoWorkbookIsRefused() throws Exception {
        assertThat(faultOf(new byte[0])).isEqualTo("Tệp rỗng");
        assertThat(faultOf("Mã;Tên\n1;Xã Kim Liên\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("Tệp không phải bảng tính Excel (.xlsx)");
        assertThat(faultOf("%PDF-1.7 …".getBytes(StandardCharsets.UTF_8))).isEqualTo("Tệp không phải bảng tính Excel (.xlsx)");
    }

    @Test
    void aZipThatIsNoWorkbookIsRefused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("../../etc/passwd"));
            zip.write("x".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(faultOf(out.toByteArray())).isEqualTo("Tệp bị hỏng hoặc không phải bảng tính Excel (.xlsx)");
    }

    @Test
    void aTruncatedWorkbookIsRefused() throws Exception {
        byte[] whole = TestWorkbook.smallProvince().bytes();
        assertThat(faultOf(java.util.Arrays.copyOf(whole, whole.length / 2))).startsWith("Tệp bị hỏng");
    }

    @Test
    void theOldFormatIsRefused() throws Exception {
        try (HSSFWorkbook old = new HSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            old.createSheet("Tổ chức");
            old.write(out);
            assertThat(faultOf(out.toByteArray())).isEqualTo("Tệp ở định dạng Excel cũ (.xls)");
        }
    }

    @Test
    void aLockedWorkbookIsRefused() throws Exception {
        try (POIFSFileSystem locked = new POIFSFileSystem(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("mat-khau");
            try (OPCPackage plain = OPCPackage.open(new ByteArrayInputStream(TestWorkbook.smallProvince().bytes()));
                 OutputStream encrypted = encryptor.getDataStream(locked)) {
                plain.save(encrypted);
            }
            locked.writeFilesystem(out);
            assertThat(faultOf(out.toByteArray())).isEqualTo("Tệp được bảo vệ bằng mật khẩu");
        }
    }

    @Test
    void macrosAreRefused() throws Exception {
        TestWorkbook workbook = TestWorkbook.smallProvince();
        workbook.poi().setVBAProject(new ByteArrayInputStream(new byte[] {1, 2, 3}));
        assertThat(faultOf(workbook.bytes())).isEqualTo("Tệp có chứa macro");
    }

    @Test
    void aZipBombIsRefusedAndTheMemoryStaysFree() throws Exception {
        byte[] bomb = rewritten("xl/worksheets/sheet3.xml", content -> null, BOMB_MEGABYTES);
        assertThat(bomb.length).isLessThan(2_000_000);
        assertThat(faultOf(bomb)).isEqualTo("Tệp nén quá mức cho phép, có thể là tệp phá hoại");
    }

    @Test
    void entitiesAreNotResolved() throws Exception {
        byte[] hostile = rewritten("xl/worksheets/sheet3.xml", content -> content.replaceFirst("<worksheet",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><worksheet").replaceFirst("<sheetData>",
                "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&a;</t></is></c></row>"), 0);
        assertThat(faultOf(hostile)).startsWith("Tệp bị hỏng");
    }

    @Test
    void aHundredThousandLinesAreRefusedWithoutReadingOn() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int line = 2; line <= 100_001; line++) {
            lines.append("<row r=\"").append(line).append("\"><c r=\"A").append(line)
                    .append("\" t=\"inlineStr\"><is><t>u").append(line).append("</t></is></c></row>");
        }
        byte[] large = rewritten("xl/worksheets/sheet3.xml", content -> content.replace("</sheetData>", lines + "</sheetData>"), 0);
        WorkbookComparison comparison = compare(large);
        assertThat(comparison.faults().sorted()).anySatisfy(fault -> assertThat(fault.problem()).isEqualTo("Trang có hơn 50.000 dòng"));
        assertThat(comparison.faults().sorted()).hasSize(5_001);
        assertThat(comparison.faults().count()).isGreaterThan(100_000);
    }

    @Test
    void theWorkbookOfALaterCenturyCountsDaysFrom1904() throws Exception {
        byte[] mac = rewritten("xl/workbook.xml", content -> content.replaceFirst("<workbookPr[^>]*/>", "<workbookPr date1904=\"true\"/>"), 0);
        assertThat(compare(mac).faults().sorted()).isEmpty();
        assertThat(compare(mac).changes().get(0).after().get(Sheets.Units.FROM)).isEqualTo(LocalDate.of(2029, 7, 2));
    }

    /** The small workbook with one part rewritten, or swollen by so many megabytes of spaces. */
    private static byte[] rewritten(String part, UnaryOperator<String> change, int megabytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(TestWorkbook.smallProvince().bytes()));
             ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] content = in.readAllBytes();
                if (entry.getName().equals(part) && megabytes == 0) {
                    String changed = change.apply(new String(content, StandardCharsets.UTF_8));
                    assertThat(changed).isNotEqualTo(new String(content, StandardCharsets.UTF_8));
                    zip.write(changed.getBytes(StandardCharsets.UTF_8));
                } else {
                    zip.write(content);
                }
                for (int megabyte = 0; entry.getName().equals(part) && megabyte < megabytes; megabyte++) {
                    zip.write(" ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return out.toByteArray();
    }

    private String faultOf(byte[] content) throws Exception {
        WorkbookComparison comparison = compare(content);
        assertThat(comparison.changes()).isEmpty();
        assertThat(comparison.faults().sorted()).hasSize(1);
        assertThat(comparison.faults().sorted().get(0).remedy()).endsWith(".");
        return comparison.faults().sorted().get(0).problem();
    }

    private WorkbookComparison compare(byte[] content) throws Exception {
        Path file = folder.resolve("tai-len.xlsx");
        Files.write(file, content);
        return WorkbookComparison.of(file, new Register(), wanted -> Set.of(), LocalDate.of(2026, 3, 16), percent -> { });
    }
}
