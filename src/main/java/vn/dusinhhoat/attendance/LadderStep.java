package vn.dusinhhoat.attendance;

/** Steps that the system takes when nothing happens; each only states a fact that lists and notices work from. */
public enum LadderStep {

    REMIND_LATE(VisitEvent.Kind.LIMIT_PASSED, "Quá hạn: nhắc đồng chí gửi báo cáo", LateStep.LATE),
    LIST_FOR_LEADERS(VisitEvent.Kind.LISTED_FOR_LEADERS, "Báo cáo Thường trực cấp ủy", LateStep.LEADERS),
    LIST_FOR_ABOVE(VisitEvent.Kind.LISTED_FOR_ABOVE, "Tổng hợp vào báo cáo cấp trên", LateStep.ABOVE),
    NOTE_TO_LEADER(VisitEvent.Kind.NOTED_TO_LEADER, "Báo riêng đồng chí đó và phó bí thư thường trực", LateStep.NOTED),
    REMIND_RECEPTION(VisitEvent.Kind.RECEIVER_REMINDED, "Nhắc nơi nhận báo cáo", null),
    REMIND_SUPPLEMENT(VisitEvent.Kind.SUPPLEMENT_REMINDED, "Nhắc đồng chí bổ sung", null);

    private final VisitEvent.Kind kind;
    private final String label;
    private final LateStep reached;

    LadderStep(VisitEvent.Kind kind, String label, LateStep reached) {
        this.kind = kind;
        this.label = label;
        this.reached = reached;
    }

    /** How far a late report has come with it; null for what is no step of the ladder. */
    LateStep reached() {
        return reached;
    }

    VisitEvent.Kind kind() {
        return kind;
    }

    /** Vietnamese label. */
    public String label() {
        return label;
    }
}
