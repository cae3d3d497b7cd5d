package vn.dusinhhoat.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingSupplier;

/** A level of 900 members who go four times a year. */
class LargePlanTest {

    private static final PlanDocument PLAN = TestPlans.draft(TestPlans.DISTRICT, 900, 4);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long MEGABYTE = 1 << 20;

    @Test
    void theWordDocumentHasEveryLineAndTakesLittleMemory() throws IOException {
        byte[] word = measured(() -> TestPlans.word(PLAN), 200);
        assertThat(word.length).isLessThan((int) (2 * MEGABYTE));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(word))) {
            assertThat(document.getTables().stream().filter(table -> table.getRow(0).getTableCells().size() > 1
                            && table.getRow(0).getCell(1).getText().equals("Thời gian"))
                    .mapToInt(table -> table.getNumberOfRows() - 1).sum()).isEqualTo(3600);
            assertThat(document.getTables().stream().filter(table -> table.getRow(0).getTableCells().size() == 4
                    && table.getRow(0).getCell(1).getText().equals("Đồng chí")).mapToInt(table -> table.getNumberOfRows() - 1).sum()).isEqualTo(900);
        }
    }

    @Test
    void theWorkbookHasEveryLineAndTakesLittleMemory() throws IOException {
        byte[] excel = measured(() -> TestPlans.excel(PLAN), 400);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(excel))) {
            assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(3600);
        }
    }

    /** @param megabytes at most, all that is made and thrown away on the way included */
    private static byte[] measured(ThrowingSupplier<byte[]> document, int megabytes) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        byte[] made = assertTimeout(LIMIT, document);
        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / MEGABYTE).as("megabytes").isLessThan(megabytes);
        return made;
    }
}
