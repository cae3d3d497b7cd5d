package vn.dusinhhoat.platform;

/** What people type to find a name. */
public final class SearchText {

    private SearchText() {
    }

    /**
     * What is a wildcard to the database is a character to people.
     *
     * @throws RuleViolation when the text is broken
     */
    public static String literally(String part) {
        return OutsideText.line(part, "từ khóa tìm kiếm")
                .replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
