package vn.dusinhhoat.platform;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text that came from outside, as it is stored (rows C9, C12, C14): composed (NFC), with one kind of line break and
 * nothing that cannot be seen. What stands in it is a text and stays one: markup, formulas and expressions are neither
 * looked for nor taken out, every place that shows a text shows it as such.
 */
public final class OutsideText {

    /** Word's own line break, and what else begins a new line somewhere. */
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\r\u000B\f\u0085\u2028\u2029]");
    /** Nobody sees or types them; some turn the reading direction or hide letters. Line breaks and tabs stay. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}&&[^\n\t]]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

    private OutsideText() {
    }

    /** Whether a program has broken it: a NUL, which no database takes, or half a character. */
    public static boolean isBroken(String text) {
        return text.indexOf(0) >= 0 || text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    /**
     * Refuses what {@link #isBroken}.
     *
     * @param what name of the field in a sentence: "lý do"
     * @throws RuleViolation naming the field
     */
    public static void requireWhole(String text, String what) {
        if (isBroken(text)) {
            throw new RuleViolation("Phần \"" + what + "\" có ký tự hỏng, hệ thống không ghi được: đề nghị đồng chí xóa phần này và gõ lại.");
        }
    }

    /**
     * A text of any number of lines.
     *
     * @param what name of the field in a sentence
     * @throws RuleViolation when it is broken
     */
    public static String lines(String text, String what) {
        requireWhole(text, what);
        return shown(text);
    }

    /**
     * A text of one line, with single spaces and none around it.
     *
     * @param what name of the field in a sentence
     * @throws RuleViolation when it is broken
     */
    public static String line(String text, String what) {
        return SPACES.matcher(lines(text, what)).replaceAll(" ").strip();
    }

    /** What can be seen of any text whatever, also of a broken one. */
    public static String shown(String text) {
        return Normalizer.normalize(INVISIBLE.matcher(LINE_BREAK.matcher(text).replaceAll("\n")).replaceAll(""), Normalizer.Form.NFC);
    }

    /** At most so many characters, "…" for the rest; no character is cut in two. */
    public static String shortened(String text, int longest) {
        return text.length() <= longest ? text : cut(text, longest - 1) + "…";
    }

    /** At most so many characters; no character is cut in two. */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /**
     * Refuses what is too long.
     *
     * @param what name of the field in a sentence
     * @throws RuleViolation naming field and limit
     */
    public static void requireAtMost(String text, int longest, String what) {
        if (text.length() > longest) {
            throw new RuleViolation("Phần \"%s\" dài quá %s ký tự: đề nghị đồng chí rút gọn."
                    .formatted(what, String.format(Locale.forLanguageTag("vi"), "%,d", longest)));
        }
    }
}
