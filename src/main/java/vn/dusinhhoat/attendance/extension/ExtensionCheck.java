package vn.dusinhhoat.attendance.extension;

import java.time.LocalDate;
import java.util.List;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.platform.RuleViolation;

/** Whether an extension makes sense before it reaches a preview. */
final class ExtensionCheck {

    private static final int MOST_COMMUNES = 500;
    private static final int MOST_DAYS = 60;
    private static final int LONGEST_NUMBER = 60;
    private static final int LONGEST_REASON = 500;
    /** Meetings of about three months back and ahead: what lies farther is a typing mistake. */
    private static final int REACH_DAYS = 92;
    private static final int DOCUMENT_REACH_DAYS = 366;

    private final LocalDate today;

    ExtensionCheck(LocalDate today) {
        this.today = today;
    }

    /**
     * The extension with its texts tidied up.
     *
     * @throws RuleViolation naming the first thing that cannot be so
     */
    WantedExtension checked(WantedExtension wanted) {
        checkCommunes(wanted.communes());
        checkMeetings(wanted.meetingsFrom(), wanted.meetingsTo());
        checkTime(wanted);
        if (wanted.documentKind() == null) {
            throw new RuleViolation("Chưa chọn loại văn bản: đề nghị đồng chí chọn công văn, công điện hoặc loại khác.");
        }
        LocalDate dated = wanted.documentDate();
        if (dated == null || dated.isAfter(today) || dated.isBefore(today.minusDays(DOCUMENT_REACH_DAYS))) {
            throw new RuleViolation("Ngày văn bản chưa có hoặc không hợp lý: ghi ngày ban hành, không sau ngày hôm nay.");
        }
        return new WantedExtension(wanted.communes().stream().distinct().toList(), wanted.meetingsFrom(), wanted.meetingsTo(),
                wanted.moreDays(), wanted.lastDay(), wanted.documentKind(),
                text(wanted.documentNumber(), LONGEST_NUMBER, "số, ký hiệu văn bản"), dated,
                text(wanted.reason(), LONGEST_REASON, "lý do"));
    }

    private static void checkCommunes(List<String> communes) {
        if (communes == null || communes.isEmpty() || communes.stream().anyMatch(code -> code == null || code.isBlank())) {
            throw new RuleViolation("Chưa chọn xã, phường nào: tìm và chọn các xã, phường được gia hạn.");
        }
        if (communes.size() > MOST_COMMUNES) {
            throw new RuleViolation("Một lượt gia hạn có tối đa " + MOST_COMMUNES + " xã, phường: chia thành nhiều lượt.");
        }
    }

    private void checkMeetings(LocalDate from, LocalDate to) {
        if (from == null || to == null) {
            throw new RuleViolation("Chưa ghi buổi họp từ ngày nào đến ngày nào: đề nghị đồng chí ghi đủ hai ngày.");
        }
        if (to.isBefore(from)) {
            throw new RuleViolation("Buổi họp \"đến ngày\" trước \"từ ngày\": đề nghị đồng chí sửa lại.");
        }
        if (from.isBefore(today.minusDays(REACH_DAYS)) || to.isAfter(today.plusDays(REACH_DAYS))) {
            throw new RuleViolation("Thời gian họp quá xa: ghi các ngày trong vòng 03 tháng trước hoặc sau hôm nay.");
        }
    }

    private void checkTime(WantedExtension wanted) {
        if ((wanted.moreDays() == null) == (wanted.lastDay() == null)) {
            throw new RuleViolation("Chưa rõ gia hạn thế nào: ghi số ngày thêm hoặc ngày cuối mới, một trong hai.");
        }
        if (wanted.moreDays() != null && (wanted.moreDays() < 1 || wanted.moreDays() > MOST_DAYS)) {
            throw new RuleViolation("Số ngày thêm phải từ 1 đến " + MOST_DAYS + ": đề nghị đồng chí sửa lại.");
        }
        LocalDate day = wanted.lastDay();
        if (day != null && (day.isBefore(today) || !day.isAfter(wanted.meetingsFrom()) || day.isAfter(today.plusDays(REACH_DAYS)))) {
            throw new RuleViolation("Ngày cuối mới phải từ hôm nay trở đi, sau buổi họp đầu tiên và trong vòng 03 tháng tới:"
                    + " đề nghị đồng chí sửa lại.");
        }
    }

    private static String text(String given, int longest, String what) {
        String text = given == null ? "" : OutsideText.line(given, what);
        if (text.isEmpty()) {
            throw new RuleViolation("Chưa có " + what + ": đề nghị đồng chí ghi thêm.");
        }
        OutsideText.requireAtMost(text, longest, what);
        return text;
    }
}
