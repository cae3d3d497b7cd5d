package vn.dusinhhoat.organization.register;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.dusinhhoat.organization.LoginsInUse;
import vn.dusinhhoat.organization.Progress;
import vn.dusinhhoat.organization.workbook.NotAWorkbook;
import vn.dusinhhoat.organization.workbook.WorkbookReader;

/**
 * A workbook held against the register.
 *
 * @param faults  what must be mended
 * @param changes what applying would do; empty while there are faults
 * @param words   describes the changes; null when the file is no workbook
 */
record WorkbookComparison(Faults faults, List<RowChange> changes, Descriptions words) {

    private static final int FILE_READ_AT = 40;
    private static final int CHECKED_AT = 90;

    static WorkbookComparison of(Path workbook, Register before, LoginsInUse logins, LocalDate today, Progress progress)
            throws IOException {
        Faults faults = new Faults();
        WorkbookRows lines = new WorkbookRows(faults);
        try {
            WorkbookReader.read(workbook, lines);
            lines.checkAllSheetsSeen();
        } catch (NotAWorkbook e) {
            faults.add(Fault.ofFile(e.getMessage(), e.remedy()));
            return new WorkbookComparison(faults, List.of(), null);
        }
        progress.at(FILE_READ_AT);
        Register wanted = before.copy();
        List<Row> struck = merge(lines.rows(), before, wanted, faults);
        new Completion(before, wanted, today).complete();
        new UnitsCheck(before, wanted, today, faults).run();
        new PeopleCheck(before, wanted, faults, logins).run();
        new SpansCheck(wanted, faults).run();
        progress.at(CHECKED_AT);
        List<RowChange> changes = faults.count() > 0 ? List.of() : RowChange.between(before, wanted, struck);
        return new WorkbookComparison(faults, changes, new Descriptions(wanted));
    }

    /** Puts the lines over what the tables have; returns those that take something back. */
    private static List<Row> merge(List<Row> lines, Register before, Register wanted, Faults faults) {
        List<Row> struck = new ArrayList<>();
        for (Row line : lines) {
            Column<?> strike = line.sheet().strike();
            if (strike == null || line.get(strike) == null) {
                wanted.put(line);
            } else if (before.same(line) == null) {
                faults.add(line, strike, "Không có dòng này trong dữ liệu để bỏ", "Xóa dòng này khỏi tệp, hoặc sửa mã, Từ ngày.");
            } else {
                wanted.remove(line);
                struck.add(line);
            }
        }
        return struck;
    }
}
