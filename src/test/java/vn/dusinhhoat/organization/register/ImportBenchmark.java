package vn.dusinhhoat.organization.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import vn.dusinhhoat.organization.BodyKind;
import vn.dusinhhoat.organization.PostKind;
import vn.dusinhhoat.organization.UnitKind;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.organization.register.OrganizationRegister.Checked;
import vn.dusinhhoat.organization.workbook.RawRow;
import vn.dusinhhoat.organization.workbook.WorkbookListener;
import vn.dusinhhoat.organization.workbook.WorkbookReader;
import vn.dusinhhoat.testing.ApplicationTest;

/**
 * 15,000 people and 4,000 cells into an empty organisation, accounts included, against merely reading the file.
 * Not part of the tests: {@code mvn test -Dtest=ImportBenchmark -Dexec.skip=true -Dtest.heap=512m}.
 */
@ApplicationTest
@TestPropertySource(properties = {"dusinhhoat.sample.enabled=false", "dusinhhoat.first-admin.password=Mot-mat-khau-that-dai-2026"})
class ImportBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(ImportBenchmark.class);
    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);
    private static final int COMMUNES = 130;
    private static final int CELLS = 4_000;
    private static final int PEOPLE = 15_000;

    @Autowired
    private OrganizationRegister register;
    @TempDir
    private Path folder;

    @Test
    void measure() throws Exception {
        Path file = folder.resolve("to-chuc.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            RegisterWorkbook.write(province(), out);
        }
        LOG.info("{} KB, heap at most {} MB", Files.size(file) >> 10, Runtime.getRuntime().maxMemory() >> 20);
        double floor = seconds("read the file only", 0, () -> {
            WorkbookReader.read(file, new Nothing());
            return null;
        });
        Checked[] checked = new Checked[1];
        seconds("check, nothing stored", floor, () -> checked[0] = register.check(file, percent -> { }));
        assertThat(checked[0].faults()).isEmpty();
        seconds("apply, accounts included", floor, () -> register.apply(file, checked[0].revision(), "quantri", percent -> { }));
        seconds("check again: nothing changes", floor, () -> checked[0] = register.check(file, percent -> { }));
        assertThat(checked[0].changes()).isEmpty();
    }

    private static double seconds(String what, double floor, Callable<?> work) throws Exception {
        long begin = System.nanoTime();
        work.call();
        double seconds = (System.nanoTime() - begin) / 1e9;
        LOG.info("%-32s %6.2f s%s".formatted(what, seconds, floor > 0 ? ", %.1f x reading".formatted(seconds / floor) : ""));
        return seconds;
    }

    private static Register province() throws IOException {
        Register register = new Register();
        unit(register, "40", UnitKind.PROVINCE, "Tỉnh Nghệ An", null);
        for (int commune = 1; commune <= COMMUNES; commune++) {
            unit(register, "x" + commune, UnitKind.COMMUNE, "Xã thứ " + commune, "40");
        }
        for (int cell = 1; cell <= CELLS; cell++) {
            unit(register, "x" + (1 + cell % COMMUNES) + "-" + cell, UnitKind.XOM, "Chi bộ xóm " + cell, "x" + (1 + cell % COMMUNES));
        }
        for (int person = 1; person <= PEOPLE; person++) {
            int cell = 1 + person % CELLS;
            String code = "dv" + person;
            String commune = "x" + (1 + cell % COMMUNES);
            register.put(new Row(Sheets.People.SHEET, null, new Object[] {code, "Nguyễn Thị Hồng Thảo " + person, null,
                "0912345678", "dv" + person + "@nghean.gov.vn", commune + "-" + cell, null, null}));
            register.put(new Row(Sheets.Posts.SHEET, null, new Object[] {code, commune, PostKind.COMMUNE_WORKER,
                "Đảng viên công tác tại xã", "12-QĐ/ĐU", SINCE, SINCE, null, null}));
            if (person % 2 == 0) {
                register.put(new Row(Sheets.Members.SHEET, null, new Object[] {code, commune, BodyKind.EXECUTIVE_COMMITTEE,
                    "Ủy viên", SINCE, null, null}));
            }
        }
        return register;
    }

    private static void unit(Register register, String code, UnitKind kind, String name, String parent) {
        boolean cell = kind.level() == UnitLevel.CELL;
        register.put(new Row(Sheets.Units.SHEET, null, new Object[] {code, kind.level(), kind, name, SINCE, parent, SINCE, null,
            null, cell ? 3 : null, cell ? LocalTime.of(19, 30) : null}));
    }

    private static final class Nothing implements WorkbookListener {

        @Override
        public boolean sheet(String name, boolean hidden) {
            return true;
        }

        @Override
        public boolean row(RawRow row) {
            return true;
        }

        @Override
        public void merged(String range) {
        }

        @Override
        public void end() {
        }
    }
}
