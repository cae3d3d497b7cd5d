package vn.dusinhhoat.platform;

import java.text.Normalizer;

/** What people type to find a name. */
public final class SearchText {

    private SearchText() {
    }

    /** What is a wildcard to the database is a character to people. */
    public static String literally(String part) {
        return Normalizer.normalize(part.strip(), Normalizer.Form.NFC)
                .replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
