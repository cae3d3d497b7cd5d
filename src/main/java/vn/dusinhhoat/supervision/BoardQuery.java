package vn.dusinhhoat.supervision;

import vn.dusinhhoat.attendance.LateStep;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.Typed;

/**
 * Which rows of the board; null narrows nothing.
 *
 * @param unit         code: the unit and everything below it
 * @param kind         code of a kind
 * @param when         late, or due soon
 * @param step         late reports that have come so far
 * @param receiver     id of a body: late reports that it is to receive
 * @param definitionId one version of a process
 * @param text         part of a name or title, with or without tone marks
 * @param page         from 0
 * @param rowsOnly     whether counts, trend and state of the system are left out
 */
public record BoardQuery(@Typed(value = "đơn vị", as = Typed.Shape.LINE) String unit, @Typed(value = "loại việc", as = Typed.Shape.LINE) String kind,
                         When when, LateStep step, Long receiver,
                         @Typed(value = "sơ đồ", as = Typed.Shape.LINE) String definitionId,
                         @Typed(value = "từ khóa tìm kiếm", as = Typed.Shape.LINE) String text, Sort sort, boolean descending, int page,
                         boolean rowsOnly) {

    /** Everything, by due date. */
    public static final BoardQuery ALL = new BoardQuery(null, null, null, null, null, null, null, null, false, 0, false);
    /** Rows on a page. */
    public static final int PAGE = 50;
    private static final int LAST_PAGE = 200;
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_CODE = 120;

    /** Late, or due until the end of the third day from today. */
    public enum When { LATE, SOON }

    /** Order of the rows. */
    public enum Sort { DUE, UNIT, PERSON, KIND }

    public BoardQuery {
        if (page < 0 || page > LAST_PAGE) {
            throw new RuleViolation("Danh sách chỉ xem được đến trang " + LAST_PAGE + ": đề nghị đồng chí lọc theo đơn vị hoặc tải bảng Excel.");
        }
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new RuleViolation("Từ khóa tìm kiếm quá dài: ghi một phần của tên, tối đa 200 ký tự.");
        }
        requireAtMost(unit, "đơn vị");
        requireAtMost(kind, "loại việc");
        requireAtMost(definitionId, "sơ đồ");
        sort = sort == null ? Sort.DUE : sort;
        text = text == null || text.isBlank() ? null : text;
    }

    private static void requireAtMost(String code, String what) {
        if (code != null) {
            OutsideText.requireAtMost(code, LONGEST_CODE, what);
        }
    }

    /** Whether only late reports can fit. */
    boolean isOfLateReports() {
        return step != null || receiver != null;
    }
}
