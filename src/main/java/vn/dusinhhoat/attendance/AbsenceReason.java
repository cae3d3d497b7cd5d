package vn.dusinhhoat.attendance;

/** Reasons for not attending, as people choose them. */
public enum AbsenceReason {
    MISSION("Đi công tác"), SICK("Ốm đau, thai sản"), STUDY("Đi học tập trung"),
    OWN_CELL("Trùng buổi sinh hoạt chi bộ mình"), COMMITTEE("Trùng hội nghị cấp ủy"),
    CELL_MOVED("Chi bộ đổi ngày, hoãn họp"), DISASTER("Thiên tai, dịch bệnh"), OTHER("Lý do khác");

    private final String label;

    AbsenceReason(String label) {
        this.label = label;
    }

    /** Vietnamese label. */
    public String label() {
        return label;
    }
}
