package vn.dusinhhoat.attendance;

/** The draft was saved from elsewhere since this device last read it; nothing was overwritten. */
public class StaleDraft extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleDraft() {
        super("Báo cáo vừa được lưu từ một thiết bị khác: mở lại việc này để xem bản mới nhất; nội dung vừa ghi vẫn còn trên máy.");
    }
}
