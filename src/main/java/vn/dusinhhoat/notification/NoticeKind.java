package vn.dusinhhoat.notification;

/** What a notice reminds of; names are those of the decision table {@code notice-moments.dmn}. */
public enum NoticeKind {

    BEFORE_MEETING("Trước buổi sinh hoạt"), MEETING_EVENING("Tối ngày họp: gửi báo cáo"), BEFORE_LIMIT("Trước hạn gửi báo cáo"),
    AT_LIMIT("Ngày đến hạn gửi báo cáo"), CLERK_DIGEST("Tổng hợp cho cán bộ đơn vị"),
    /** Written by plans themselves, at no moment of the table. */
    PLAN_NEWS("Kế hoạch năm"),
    /** Written when staff urge, at no moment of the table. */
    URGED("Đôn đốc việc quá hạn");

    private final String label;

    NoticeKind(String label) {
        this.label = label;
    }

    /** Vietnamese label. */
    public String label() {
        return label;
    }
}
