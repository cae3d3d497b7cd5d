package vn.dusinhhoat.platform.logging;

/** Text in a log: nothing in it begins a line of its own or speaks to the terminal (row C14). */
final class OneLine {

    private OneLine() {
    }

    static String of(String text) {
        if (text == null || text.chars().noneMatch(OneLine::acts)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length() + 16);
        text.chars().forEach(each -> {
            if (each == '\n') {
                line.append("\\n");
            } else if (each == '\r') {
                line.append("\\r");
            } else if (acts(each)) {
                line.append("\\u%04x".formatted(each));
            } else {
                line.append((char) each);
            }
        });
        return line.toString();
    }

    private static boolean acts(int each) {
        return Character.isISOControl(each) && each != '\t' || Character.getType(each) == Character.FORMAT
                || each == '\u2028' || each == '\u2029';
    }
}
