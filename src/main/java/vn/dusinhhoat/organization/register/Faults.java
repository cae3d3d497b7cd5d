package vn.dusinhhoat.organization.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers faults; only lines of the workbook have any, what the tables have was checked when it came in. */
final class Faults {

    private static final Comparator<Fault> BY_PLACE = Comparator
            .comparingInt((Fault fault) -> sheetIndex(fault.sheet()))
            .thenComparingInt(fault -> fault.line() == null ? 0 : fault.line());

    /** More than anybody reads; the count goes on. */
    private static final int MOST_KEPT = 5_000;
    /** What is about whole sheets explains the rest and is kept even then. */
    private static final int MOST_WHOLE_SHEETS = 500;

    private final List<Fault> found = new ArrayList<>();
    private int count;
    private int wholeSheets;

    void add(Fault fault) {
        count++;
        if (found.size() < MOST_KEPT || fault.line() == null && wholeSheets++ < MOST_WHOLE_SHEETS) {
            found.add(fault);
        }
    }

    void add(Row row, Column<?> column, String problem, String remedy) {
        if (row.line() != null) {
            add(Fault.of(row, column, problem, remedy));
        }
    }

    int count() {
        return count;
    }

    /** By sheet and line. */
    List<Fault> sorted() {
        return found.stream().sorted(BY_PLACE).toList();
    }

    private static int sheetIndex(String name) {
        for (int index = 0; index < Sheets.ALL.size(); index++) {
            if (Sheets.ALL.get(index).name().equals(name)) {
                return index;
            }
        }
        return -1;
    }
}
