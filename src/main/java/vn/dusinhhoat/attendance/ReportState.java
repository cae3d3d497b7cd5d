package vn.dusinhhoat.attendance;

/** States of a report; names and labels are those of the user interface. */
public enum ReportState {
    NOT_STARTED("Chưa báo cáo"), DRAFT("Đang soạn (đã lưu tạm)"), SUBMITTED("Đã gửi, đúng hạn"),
    SUBMITTED_LATE("Đã gửi, chậm"), RECEIVED("Đã tiếp nhận"), TO_SUPPLEMENT("Đề nghị bổ sung"),
    WITHDRAWN("Rút lại để sửa"), SUPPLEMENTED("Đã bổ sung"), NOT_REPORTED("Không báo cáo"),
    NOT_APPLICABLE("Không phải báo cáo"), TO_CONFIRM("Chờ đồng chí xác nhận"), PAPER("Đã gửi bản giấy"),
    TO_CORRECT("Đang đính chính"), CORRECTED("Đã đính chính");

    private final String label;

    ReportState(String label) {
        this.label = label;
    }

    /** Vietnamese label. */
    public String label() {
        return label;
    }

    /** Whether the visitor may write. */
    public boolean isOpen() {
        return this == NOT_STARTED || this == DRAFT || this == TO_CONFIRM || this == TO_SUPPLEMENT || this == WITHDRAWN
                || this == TO_CORRECT;
    }

    /** Whether it lies with the receiver. */
    boolean isWaiting() {
        return this == SUBMITTED || this == SUBMITTED_LATE || this == SUPPLEMENTED || this == PAPER || this == CORRECTED;
    }
}
