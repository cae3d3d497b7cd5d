package vn.dusinhhoat.attendance;

/** What the host committee says of a visit to one of its cells (III.3b); silence is agreement (ruling A6). */
public enum HostOpinion {
    SILENT("Quá thời hạn không có ý kiến, coi như thống nhất"), OBJECTED("Nơi có chi bộ đề nghị xem lại"),
    KEPT("Giữ kết quả lượt dự"), NOT_ATTENDED("Không ghi nhận lượt dự");

    private final String label;

    HostOpinion(String label) {
        this.label = label;
    }

    /** Vietnamese label. */
    public String label() {
        return label;
    }
}
