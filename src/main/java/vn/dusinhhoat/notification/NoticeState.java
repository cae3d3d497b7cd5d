package vn.dusinhhoat.notification;

/** What became of a notice. Only {@link #WAITING} may still be sent. */
public enum NoticeState {

    WAITING("Chờ gửi"), SENT("Đã gửi"),
    /** What it reminds of was done, moved or over when its turn came (row T14). */
    SUPPRESSED("Không cần gửi nữa"),
    /** Its unit works without messages ({@code duty_start.notices_muted}). */
    MUTED("Đơn vị chưa bật nhắc việc"),
    /** No mail server was set up; it stays unsent when one is. */
    NO_SERVER("Chưa gửi: chưa cài đặt máy chủ thư"),
    /** The address was refused for good. */
    FAILED("Địa chỉ thư không nhận được");

    private final String label;

    NoticeState(String label) {
        this.label = label;
    }

    /** Vietnamese label. */
    public String label() {
        return label;
    }
}
