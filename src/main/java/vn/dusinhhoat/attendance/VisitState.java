package vn.dusinhhoat.attendance;

/** States of a visit; names and labels are those of the user interface. */
public enum VisitState {
    SCHEDULED("Đã có lịch"), ATTENDED("Đã dự");

    private final String label;

    VisitState(String label) {
        this.label = label;
    }

    /** Vietnamese label. */
    public String label() {
        return label;
    }
}
