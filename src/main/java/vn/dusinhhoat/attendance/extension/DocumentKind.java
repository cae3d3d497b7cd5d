package vn.dusinhhoat.attendance.extension;

/** Documents that may give more time. */
public enum DocumentKind {
    OFFICIAL_LETTER("Công văn"), TELEGRAM("Công điện"), NOTICE("Thông báo"), DECISION("Quyết định"), DIRECTIVE("Chỉ thị");

    private final String label;

    DocumentKind(String label) {
        this.label = label;
    }

    /** Vietnamese label. */
    public String label() {
        return label;
    }
}
