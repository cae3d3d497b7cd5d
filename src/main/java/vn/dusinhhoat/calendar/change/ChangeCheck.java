package vn.dusinhhoat.calendar.change;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import vn.dusinhhoat.calendar.SpecialDay;
import vn.dusinhhoat.calendar.WorkingCalendar;
import vn.dusinhhoat.platform.RuleViolation;

/** Whether days make sense before they reach a preview. */
final class ChangeCheck {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_SOURCE = 300;
    private static final int YEARS_BACK = 1;
    private static final int YEARS_AHEAD = 3;

    private final WorkingCalendar present;
    private final LocalDate today;

    ChangeCheck(WorkingCalendar present, LocalDate today) {
        this.present = present;
        this.today = today;
    }

    /**
     * Looks at all days together.
     *
     * @param changes null in the place of a day takes the day out
     * @throws RuleViolation naming the first day that cannot be so
     */
    void check(Map<LocalDate, SpecialDay> changes) {
        changes.forEach(this::checkDay);
        if (changes.entrySet().stream().allMatch(each -> Objects.equals(present.special(each.getKey()), each.getValue()))) {
            throw new RuleViolation("Chưa có ngày nào thay đổi: thêm, sửa, xác nhận hoặc bỏ một ngày rồi bấm Xem trước.");
        }
        checkBreaks(present.with(changes), changes.keySet());
    }

    private void checkDay(LocalDate day, SpecialDay special) {
        if (day.getYear() < today.getYear() - YEARS_BACK || day.getYear() > today.getYear() + YEARS_AHEAD) {
            throw new RuleViolation("%s nằm ngoài các năm %d đến %d: sửa lại ngày.".formatted(capital(day),
                    today.getYear() - YEARS_BACK, today.getYear() + YEARS_AHEAD));
        }
        if (special == null) {
            return;
        }
        boolean weekend = WorkingCalendar.isWeekend(day);
        if (weekend && special.kind() == SpecialDay.Kind.OFF) {
            throw new RuleViolation(capital(day) + " vốn là ngày nghỉ: ghi ngày nghỉ bù vào ngày làm việc tiếp theo.");
        }
        if (!weekend && special.kind() == SpecialDay.Kind.WORKING) {
            throw new RuleViolation(capital(day) + " vốn là ngày làm việc: ngày làm bù phải là thứ Bảy hoặc Chủ nhật.");
        }
        checkText(day, special.name(), LONGEST_NAME, "tên ngày");
        checkText(day, special.source(), LONGEST_SOURCE, "căn cứ");
    }

    private static void checkText(LocalDate day, String text, int longest, String what) {
        if (text == null || text.isBlank()) {
            throw new RuleViolation(capital(day) + " chưa có " + what + ": đề nghị đồng chí ghi thêm.");
        }
        if (text.length() > longest) {
            throw new RuleViolation("%s có %s dài quá %d ký tự: đề nghị đồng chí rút gọn.".formatted(capital(day), what, longest));
        }
    }

    private static void checkBreaks(WorkingCalendar after, Collection<LocalDate> days) {
        LocalDate last = Collections.max(days);
        LocalDate day = Collections.min(days).minusDays(WorkingCalendar.LONGEST_BREAK_DAYS);
        try {
            while (!day.isAfter(last)) {
                day = after.firstWorkingDayFrom(day).plusDays(1);
            }
        } catch (IllegalStateException e) {
            throw new RuleViolation("Có hơn %d ngày nghỉ liền nhau quanh %s: xem lại các ngày đã ghi.".formatted(
                    WorkingCalendar.LONGEST_BREAK_DAYS, WorkingCalendar.named(day)));
        }
    }

    private static String capital(LocalDate day) {
        String name = WorkingCalendar.named(day);
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }
}
