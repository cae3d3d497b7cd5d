package vn.dusinhhoat.attendance.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files as people attach them, and as nobody should. */
public final class TestFiles {

    private static final String TYPES = "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Override PartName=\"/main.xml\" ContentType=\"%s\"/></Types>";

    private TestFiles() {
    }

    /** A small file of this kind. */
    public static byte[] of(String ending) {
        return switch (ending) {
            case "pdf" -> "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
            case "png" -> Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
            case "jpg" -> bytes(0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9);
            case "heic" -> bytes(0, 0, 0, 0x18, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c', 0, 0, 0, 0, 'm', 'i', 'f', '1', 'h', 'e', 'i', 'c');
            case "docx" -> word();
            case "xlsx" -> workbook();
            default -> throw new IllegalArgumentException(ending);
        };
    }

    /** A zip whose list of content types names this type, with further empty parts. */
    static byte[] office(String contentType, String... parts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            if (contentType != null) {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.write(TYPES.formatted(contentType).getBytes(StandardCharsets.UTF_8));
            }
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    /** As large as wanted; only the beginning says what it is. */
    public static byte[] pdf(int size) {
        return Arrays.copyOf(of("pdf"), size);
    }

    private static byte[] word() {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("Biên bản sinh hoạt chi bộ");
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] workbook() {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("Danh sách");
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            workbook.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int each = 0; each < values.length; each++) {
            bytes[each] = (byte) values[each];
        }
        return bytes;
    }
}
