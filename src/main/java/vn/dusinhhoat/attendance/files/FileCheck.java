package vn.dusinhhoat.attendance.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import vn.dusinhhoat.platform.RuleViolation;

/** Says what a file is by its content; the name only has to agree. */
final class FileCheck {

    static final int LARGEST = 20 << 20;
    private static final Detector DETECTOR = MimeTypes.getDefaultMimeTypes();
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final int LARGEST_LIST = 1 << 20;
    private static final int MOST_PARTS = 5_000;
    private static final byte[] LISTED_PART = {'P', 'K', 1, 2};
    private static final String ALLOWED = "chọn tệp pdf, docx, xlsx, jpg, png hoặc heic.";

    private FileCheck() {
    }

    /**
     * The kind of the file.
     *
     * @param name as {@link vn.dusinhhoat.platform.FileName} gives it
     * @throws RuleViolation when it is empty, too large, of another kind, not what its name says, or carries macros
     */
    static FileKind kindOf(String name, byte[] content) {
        if (content.length == 0) {
            throw new RuleViolation("Tệp \"" + name + "\" rỗng: chọn lại tệp.");
        }
        if (content.length > LARGEST) {
            throw new RuleViolation("Tệp \"" + name + "\" lớn hơn 20 MB: giảm dung lượng hoặc tách thành nhiều tệp.");
        }
        FileKind claimed = FileKind.ofName(name).orElseThrow(() ->
                new RuleViolation("Tệp \"" + name + "\" thuộc loại không đính kèm được: " + ALLOWED));
        FileKind real = switch (typeOf(content)) {
            case "application/pdf" -> FileKind.PDF;
            case "image/jpeg" -> FileKind.JPG;
            case "image/png" -> FileKind.PNG;
            case "image/heic", "image/heif" -> FileKind.HEIC;
            case "application/zip", "application/x-tika-ooxml" -> officeKind(name, content);
            default -> null;
        };
        if (claimed != real) {
            throw new RuleViolation("Nội dung tệp \"" + name + "\" không phải là " + claimed.name().toLowerCase(Locale.ROOT)
                    + " hoặc tệp đã hỏng: mở tệp bằng đúng phần mềm, lưu lại rồi đính kèm.");
        }
        return real;
    }

    private static String typeOf(byte[] content) {
        try (InputStream stream = TikaInputStream.get(content)) {
            // Without the name: what somebody calls a file is no evidence.
            return DETECTOR.detect(stream, new Metadata()).getBaseType().toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Looks into the list of parts only: nothing is unpacked that could swell. Null when it is no office file. */
    private static FileKind officeKind(String name, byte[] content) {
        if (hasTooManyParts(content)) {
            return null;
        }
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(content)).get()) {
            for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
                String partName = part.getName().toLowerCase(Locale.ROOT);
                if (partName.contains("vbaproject") || partName.contains("vbadata")) {
                    throw macros(name);
                }
            }
            ZipArchiveEntry list = zip.getEntry(CONTENT_TYPES);
            if (list == null) {
                return null;
            }
            try (InputStream stream = zip.getInputStream(list)) {
                return officeKind(name, new String(stream.readNBytes(LARGEST_LIST), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
            }
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Before the list is read: a list of hundreds of thousands of empty parts fits into few megabytes. */
    private static boolean hasTooManyParts(byte[] content) {
        int parts = 0;
        for (int at = 0; at + LISTED_PART.length <= content.length && parts <= MOST_PARTS; at++) {
            if (content[at] == LISTED_PART[0] && Arrays.equals(content, at, at + LISTED_PART.length, LISTED_PART, 0, LISTED_PART.length)) {
                parts++;
            }
        }
        return parts > MOST_PARTS;
    }

    private static FileKind officeKind(String name, String contentTypes) {
        if (contentTypes.contains("macroenabled") || contentTypes.contains("vbaproject")) {
            throw macros(name);
        }
        if (contentTypes.contains("wordprocessingml.document.main+xml")) {
            return FileKind.DOCX;
        }
        return contentTypes.contains("spreadsheetml.sheet.main+xml") ? FileKind.XLSX : null;
    }

    private static RuleViolation macros(String name) {
        return new RuleViolation("Tệp \"" + name + "\" có chứa macro: lưu lại dạng docx hoặc xlsx không có macro rồi đính kèm.");
    }
}
