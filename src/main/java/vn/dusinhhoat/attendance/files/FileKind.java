package vn.dusinhhoat.attendance.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Kinds of file that may go with a report, each with the endings of its name. */
enum FileKind {
    PDF("pdf"), DOCX("docx"), XLSX("xlsx"), JPG("jpg", "jpeg"), PNG("png"), HEIC("heic", "heif");

    private final List<String> endings;

    FileKind(String... endings) {
        this.endings = List.of(endings);
    }

    /** The kind that a file of this name claims to be. */
    static Optional<FileKind> ofName(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(kind -> kind.endings.contains(ending)).findFirst();
    }
}
