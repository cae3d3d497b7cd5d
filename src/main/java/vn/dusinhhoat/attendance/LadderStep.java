package vn.dusinhhoat.attendance;

/** Steps that the system takes when nothing happens; each only states a fact that lists and notices work from. */
public enum LadderStep {

    REMIND_LATE(VisitEvent.Kind.LIMIT_PASSED, "Quá hạn: nhắc đồng chí gửi báo cáo"),
    LIST_FOR_LEADERS(VisitEvent.Kind.LISTED_FOR_LEADERS, "Báo cáo Thường trực cấp ủy"),
    LIST_FOR_ABOVE(VisitEvent.Kind.LISTED_FOR_ABOVE, "Tổng hợp vào báo cáo cấp trên"),
    NOTE_TO_LEADER(VisitEvent.Kind.NOTED_TO_LEADER, "Báo riêng đồng chí đó và phó bí thư thường trực"),
    REMIND_RECEPTION(VisitEvent.Kind.RECEIVER_REMINDED, "Nhắc nơi nhận báo cáo"),
    REMIND_SUPPLEMENT(VisitEvent.Kind.SUPPLEMENT_REMINDED, "Nhắc đồng chí bổ sung");

    private final VisitEvent.Kind kind;
    private final String label;

    LadderStep(VisitEvent.Kind kind, String label) {
        this.kind = kind;
        this.label = label;
    }

    VisitEvent.Kind kind() {
        return kind;
    }

    /** Vietnamese label. */
    public String label() {
        return label;
    }
}
