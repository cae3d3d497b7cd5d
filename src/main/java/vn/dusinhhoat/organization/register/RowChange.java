package vn.dusinhhoat.organization.register;

import java.util.ArrayList;
import java.util.List;
import vn.dusinhhoat.organization.register.Change.Action;

/**
 * A row before and after.
 *
 * @param before null for a new row
 * @param after  the row with its mark when it is struck
 */
record RowChange(Row before, Row after) {

    /** Every difference between what is and what is wanted, in the order of the sheets. */
    static List<RowChange> between(Register stored, Register wanted, List<Row> struck) {
        List<RowChange> changes = new ArrayList<>();
        for (Sheet sheet : Sheets.ALL) {
            struck.stream().filter(row -> row.sheet() == sheet).forEach(row -> changes.add(new RowChange(stored.same(row), row)));
            for (Row row : wanted.of(sheet)) {
                Row before = stored.same(row);
                if (before == null || !before.sameValues(row)) {
                    changes.add(new RowChange(before, row));
                }
            }
        }
        return changes;
    }

    Sheet sheet() {
        return after.sheet();
    }

    boolean isNew() {
        return before == null;
    }

    boolean isStruck() {
        return after.sheet().strike() != null && after.get(after.sheet().strike()) != null;
    }

    Action action() {
        if (isNew()) {
            return Action.NEW;
        }
        boolean ends = after.sheet().to() != null && before.get(after.sheet().to()) == null && after.get(after.sheet().to()) != null;
        return ends || isStruck() ? Action.ENDED : Action.CHANGED;
    }

    /** "Điện thoại: 0912… → 0913…; Email: (trống) → …" */
    String detail() {
        if (isStruck()) {
            return "Bỏ dòng ghi nhầm";
        }
        if (isNew()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        for (Column<?> column : after.sheet().columns()) {
            String old = before.show(column);
            String now = after.show(column);
            if (!old.equals(now)) {
                parts.add(column.header() + ": " + (old.isEmpty() ? "(trống)" : old) + " → " + (now.isEmpty() ? "(trống)" : now));
            }
        }
        return String.join("; ", parts);
    }

    boolean changes(Column<?> column) {
        return isNew() || !before.show(column).equals(after.show(column));
    }
}
