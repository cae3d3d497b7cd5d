package vn.dusinhhoat.attendance;

/** States of a visit; names and labels are those of the user interface. */
public enum VisitState {
    SCHEDULED("Đã có lịch"), AGREED("Đã thống nhất với chi ủy"), MOVED("Đã đổi lịch"),
    ATTENDED("Đã dự"), NOT_HELD("Đã đến, chi bộ không họp"), ABSENCE_PENDING("Đã báo không dự, chờ xem xét"),
    EXCUSED("Không dự, có lý do"), CARRIED_OVER("Dự bù kỳ sau"), MISSED("Không dự, không có lý do"),
    ENDED("Kết thúc do thay đổi nhiệm vụ, tổ chức");

    private final String label;

    VisitState(String label) {
        this.label = label;
    }

    /** Vietnamese label. */
    public String label() {
        return label;
    }

    /** Whether the visitor still has to agree with the cell when it meets (III.2a). */
    boolean isDateOpen() {
        return this == SCHEDULED || this == MOVED;
    }

    /** Whether the meeting is still to come. */
    boolean isWaiting() {
        return this == SCHEDULED || this == AGREED || this == MOVED;
    }
}
