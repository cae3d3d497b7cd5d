package vn.dusinhhoat.planning;

/** Somebody else, or another device, has saved meanwhile. */
public class StalePlan extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StalePlan(String message) {
        super(message);
    }

    static StalePlan ofPlan() {
        return new StalePlan("Kế hoạch vừa được lưu từ thiết bị khác hoặc do đồng chí khác: mở lại để xem bản mới nhất;"
                + " nội dung vừa ghi vẫn còn trên máy.");
    }

    static StalePlan ofRequest() {
        return new StalePlan("Ý kiến về lịch dự vừa được đồng chí khác lưu: mở lại để xem bản mới nhất; nội dung vừa ghi vẫn còn trên máy.");
    }
}
