package vn.dusinhhoat.attendance.files;

import java.text.Normalizer;

/** The name of a file as people see it; never part of a path. */
final class FileName {

    private static final int LONGEST = 200;
    private static final String NAMELESS = "tep-kem-theo";

    private FileName() {
    }

    /** Only the last part of a path, only what can be shown, in NFC, with its ending however long it is. */
    static String of(String sent) {
        String name = Normalizer.normalize(sent == null ? "" : sent, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\u2028\\u2029]", "").replaceAll("^.*[/\\\\]", "")
                .replaceAll("[<>:\"|?*]", "_").strip();
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot).strip();
        String ending = dot < 0 ? "" : name.substring(dot);
        if (ending.length() > LONGEST / 2) {
            ending = "";
        }
        // Names that begin with a dot are hidden on many machines.
        String shown = stem.replaceAll("^\\.+", "");
        return cut(shown.isEmpty() ? NAMELESS : shown, LONGEST - ending.length()) + ending;
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
