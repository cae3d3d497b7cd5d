package vn.dusinhhoat.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;

/** Row C14: names come from outside, and a name is never a formula. */
class BoardWorkbookTest {

    @Test
    void textsAreTextsAndDaysAreDays() throws IOException {
        OffsetDateTime due = OffsetDateTime.parse("2026-05-15T23:59:59+07:00");
        BoardView.RowView row = new BoardView.RowView("t", "i", "d", "attendance-report", "task_writeReportOneDay", "REPORT", "Gửi báo cáo", "Việc",
                "17971", "Xã Kim Liên", "=cmd|'/c calc'!A1", false, null, "+84 Chi bộ xóm 2, họp thứ Năm, 14/5/2026", "@Thường trực", due, true, 4,
                "Quá hạn 04 ngày", "URGED", "Đã đôn đốc", 2, null, Set.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BoardWorkbook.write(List.of(row), out);
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(out.toByteArray()))) {
            Row line = workbook.getSheet("Theo dõi, đôn đốc").getRow(1);
            for (int column : new int[] {0, 1, 2, 3, 4, 6, 8}) {
                assertThat(line.getCell(column).getCellType()).isEqualTo(CellType.STRING);
            }
            assertThat(line.getCell(2).getStringCellValue()).isEqualTo("=cmd|'/c calc'!A1");
            assertThat(line).extracting(Cell::getCellType).doesNotContain(CellType.FORMULA);
            assertThat(DateUtil.isCellDateFormatted(line.getCell(5))).isTrue();
            assertThat(line.getCell(5).getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2026-05-15");
            assertThat(line.getCell(7).getNumericCellValue()).isEqualTo(4);
        }
    }
}
