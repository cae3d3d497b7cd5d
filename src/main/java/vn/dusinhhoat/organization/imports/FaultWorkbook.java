package vn.dusinhhoat.organization.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import vn.dusinhhoat.organization.register.Fault;
import vn.dusinhhoat.template.SheetSpec;
import vn.dusinhhoat.template.SheetSpec.ColumnSpec;
import vn.dusinhhoat.template.SheetSpec.Format;
import vn.dusinhhoat.template.WorkbookWriter;

/** The faults of an import as a list to work through beside the workbook. */
public final class FaultWorkbook {

    private static final SheetSpec SHEET = new SheetSpec("Lỗi cần sửa", List.of(column("Trang", 22), column("Dòng", 8),
            column("Cột", 26), column("Giá trị", 30), column("Lỗi", 50), column("Cách sửa", 60)));

    private FaultWorkbook() {
    }

    private static ColumnSpec column(String header, int width) {
        return new ColumnSpec(header, false, header.equals("Dòng") ? Format.NUMBER : Format.TEXT, width, List.of());
    }

    /** Writes the list; the stream stays open. */
    public static void write(List<Fault> faults, OutputStream out) throws IOException {
        try (WorkbookWriter workbook = new WorkbookWriter()) {
            workbook.sheet(SHEET);
            for (Fault fault : faults) {
                workbook.line(new Object[] {fault.sheet(), fault.line(), fault.column(), fault.value(), fault.problem(), fault.remedy()});
            }
            workbook.writeTo(out);
        }
    }
}
