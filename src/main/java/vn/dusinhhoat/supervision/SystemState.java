package vn.dusinhhoat.supervision;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.TimeZones;
import vn.dusinhhoat.supervision.StuckParts.Item;
import vn.dusinhhoat.supervision.system.SystemNumbers;
import vn.dusinhhoat.supervision.system.SystemNumbers.Numbers;
import vn.dusinhhoat.supervision.system.SystemNumbers.Stuck;

/** The strip for administrators: what stands still, and what to do about it. */
@Component
class SystemState {

    private static final String PROCESSES = "#/processes";

    private final SystemNumbers numbers;

    SystemState(SystemNumbers numbers) {
        this.numbers = numbers;
    }

    StuckParts now() {
        Numbers now = numbers.read();
        List<Item> items = List.of(
                item("INCIDENTS", "Sự cố của quy trình", now.incidents(),
                        "Mở quy trình có sự cố, xem lý do ở tab Incidents, sửa dữ liệu rồi bấm thử lại.", PROCESSES),
                item("FAILED_JOBS", "Bước tự động đã thôi thử lại", now.failedJobs(),
                        "Mở lượt quy trình, tab Jobs: sửa nguyên nhân rồi tăng số lần thử.", PROCESSES),
                item("SUSPENDED_JOBS", "Bước tự động bị tạm dừng", now.suspendedJobs(),
                        "Ai đó đã tạm dừng quy trình hoặc bước này: mở quy trình và bấm tiếp tục.", PROCESSES),
                item("DUE_JOBS", "Bước tự động đến giờ quá 01 phút chưa chạy", now.dueJobs(),
                        "Bộ máy thực hiện không chạy hoặc quá tải: xem nhật ký của ứng dụng, kiểm tra máy chủ, khởi động lại một nút.", null),
                item("OUTBOX", "Thư nhắc việc chờ gửi quá 15 phút", now.notices(),
                        "Máy chủ thư không nhận thư: xem trang Thư nhắc việc và nhật ký của ứng dụng.", null),
                item("DIFFERING_LIMITS", "Hạn của việc khác với đồng hồ của hạn", now.differing(),
                        "Đêm qua có hạn bị sửa ngoài hệ thống: xem báo cáo đối chiếu mới nhất (consistency_report), gia hạn lại bằng trang Theo dõi, đôn đốc.", null));
        return new StuckParts(items.stream().mapToInt(Item::count).sum(), items);
    }

    private static Item item(String code, String label, Stuck stuck, String advice, String link) {
        OffsetDateTime oldest = stuck.count() == 0 || stuck.oldest() == null ? null
                : stuck.oldest().atZone(TimeZones.VIETNAM).toOffsetDateTime();
        return new Item(code, label, stuck.count(), oldest, advice, link);
    }
}
