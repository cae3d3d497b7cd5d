package vn.dusinhhoat.attendance;

/** States of a report; names and labels are those of the user interface. */
public enum ReportState {
    NOT_STARTED("Chưa báo cáo"), DRAFT("Đang soạn (đã lưu tạm)"), SUBMITTED("Đã gửi, đúng hạn"),
    SUBMITTED_LATE("Đã gửi, chậm"), RECEIVED("Đã tiếp nhận");

    private final String label;

    ReportState(String label) {
        this.label = label;
    }

    /** Vietnamese label. */
    public String label() {
        return label;
    }

    boolean isOpen() {
        return this == NOT_STARTED || this == DRAFT;
    }
}
