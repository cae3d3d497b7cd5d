package vn.dusinhhoat.supervision;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import vn.dusinhhoat.supervision.BoardView.RowView;
import vn.dusinhhoat.template.SheetSpec;
import vn.dusinhhoat.template.SheetSpec.ColumnSpec;
import vn.dusinhhoat.template.SheetSpec.Format;
import vn.dusinhhoat.template.WorkbookWriter;

/** Rows of the board as a list to work through. */
public final class BoardWorkbook {

    /** Rows of one file. */
    public static final int MOST_ROWS = 20_000;

    private static final SheetSpec SHEET = new SheetSpec("Theo dõi, đôn đốc", List.of(column("Đơn vị", Format.TEXT, 30),
            column("Loại việc", Format.TEXT, 28), column("Đồng chí, nơi xử lý", Format.TEXT, 34), column("Nội dung", Format.TEXT, 60),
            column("Nơi nhận báo cáo", Format.TEXT, 40), column("Hạn", Format.DATE, 12), column("Tình trạng", Format.TEXT, 36),
            column("Số ngày chậm", Format.NUMBER, 10), column("Bậc đôn đốc", Format.TEXT, 40), column("Số lần đôn đốc", Format.NUMBER, 10)));

    private BoardWorkbook() {
    }

    private static ColumnSpec column(String header, Format format, int width) {
        return new ColumnSpec(header, false, format, width, List.of());
    }

    /** Writes the list; the stream stays open. */
    public static void write(List<RowView> rows, OutputStream out) throws IOException {
        try (WorkbookWriter workbook = new WorkbookWriter()) {
            workbook.sheet(SHEET);
            for (RowView row : rows) {
                workbook.line(new Object[] {row.unitName(), row.kindLabel(), row.who(), row.subject() == null ? row.title() : row.subject(),
                    row.receiver(), row.dueAt().toLocalDate(), row.dueText(), row.late() ? (int) row.days() : null, row.stepLabel(), row.urged()});
            }
            workbook.writeTo(out);
        }
    }
}
