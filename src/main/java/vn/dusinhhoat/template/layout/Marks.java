package vn.dusinhhoat.template.layout;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The marks in a layout's text: a place {@code {{Name}}}, and {@code {{#Name}} … {{/Name}}} or {@code {{^Name}} … {{/Name}}} around a part. */
final class Marks {

    private static final Pattern MARK = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern OPENING = Pattern.compile("^\\s*\\{\\{([#^])([^{}]*)}}");
    private static final Pattern CLOSING = Pattern.compile("\\{\\{/([^{}]*)}}\\s*$");

    private Marks() {
    }

    /** A mark that opens a part. */
    record Opening(String name, boolean whenEmpty, int length) {
    }

    /** The mark that the text begins with; null without one. */
    static Opening opening(String text) {
        Matcher matcher = OPENING.matcher(text);
        return matcher.find() ? new Opening(name(matcher.group(2)), matcher.group(1).equals("^"), matcher.end()) : null;
    }

    /** Whether the text ends with the mark that closes the part. */
    static boolean closes(String text, String name) {
        Matcher matcher = CLOSING.matcher(text);
        return matcher.find() && name(matcher.group(1)).equals(name);
    }

    static String withoutOpening(String text) {
        return OPENING.matcher(text).replaceFirst("");
    }

    static String withoutClosing(String text) {
        return CLOSING.matcher(text).replaceFirst("");
    }

    /**
     * Cuts a text where something is filled in.
     *
     * @throws UnfitLayout for a mark of a part in the middle of a text
     */
    static List<Piece.Word> words(String text) {
        List<Piece.Word> words = new ArrayList<>();
        Matcher matcher = MARK.matcher(text);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                words.add(new Piece.Word(text.substring(from, matcher.start()), false));
            }
            words.add(new Piece.Word(place(matcher), true));
            from = matcher.end();
        }
        if (from < text.length()) {
            words.add(new Piece.Word(text.substring(from), false));
        }
        return words;
    }

    private static String place(Matcher matcher) {
        String name = name(matcher.group(1));
        if (name.isEmpty() || "#^/".indexOf(name.charAt(0)) >= 0) {
            throw new UnfitLayout("Dấu " + matcher.group() + " không có cặp hoặc đặt sai chỗ: dấu mở {{#…}} đứng đầu và dấu đóng {{/…}}"
                    + " đứng cuối của cùng một đoạn, một dòng của bảng, hoặc mỗi dấu đứng riêng một đoạn.");
        }
        return name;
    }

    /** Where a mark begins that is not closed in this text, or -1. */
    static int unfinished(String text) {
        int start = text.lastIndexOf("{{");
        if (start >= 0) {
            return text.indexOf("}}", start) < 0 ? start : -1;
        }
        return text.endsWith("{") ? text.length() - 1 : -1;
    }

    private static String name(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFC).strip();
    }
}
