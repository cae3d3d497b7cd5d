package vn.dusinhhoat.organization;

import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.OwnerSql;

/**
 * Look-ups on the sample enlarged to 15,000 people and 8,000 cells, against the round trip of "select 1" in the same
 * run. Not part of the tests: {@code mvn test -Dtest=LookupBenchmark -Dexec.skip=true}.
 */
@ApplicationTest
class LookupBenchmark {

    private static final Logger LOG = LoggerFactory.getLogger(LookupBenchmark.class);
    private static final int WARM_UP = 200;
    private static final int RUNS = 400;
    private static final LookupScope ALL = new LookupScope(true, Set.of());
    private static final LookupScope COMMUNE = new LookupScope(false, Set.of("17971"));

    @Autowired
    private OrganizationLookup lookup;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private OwnerSql owner;

    @Test
    void measure() {
        sql.sql("""
                insert into person (code, full_name, user_id, home_cell_id)
                select p.code || '-b' || n, p.full_name, p.user_id || '-b' || n, p.home_cell_id
                from person p cross join generate_series(1, 3) n limit 11000""").update();
        sql.sql("""
                insert into party_unit (code, level, kind, name, parent_id, valid_from)
                select code || '-b', level, kind, name || ' b', parent_id, valid_from from party_unit where level = 'CELL'""")
                .update();
        owner.sql("analyze").update();
        double floor = median(() -> sql.sql("select 1").query(Integer.class).single());
        report("people by name, whole province", floor, () -> lookup.people(ALL, "hong thao", 0));
        report("people by name, one commune", floor, () -> lookup.people(COMMUNE, "nguyen", 0));
        report("people, whole province, no name", floor, () -> lookup.people(ALL, "", 0));
        report("cells by name, whole province", floor, () -> lookup.units(ALL, UnitLevel.CELL, "xom 12", 0));
        report("cells, one commune", floor, () -> lookup.units(COMMUNE, UnitLevel.CELL, "", 0));
    }

    private static void report(String what, double floor, Supplier<?> work) {
        double median = median(work);
        LOG.info("%-40s %6.2f ms, %5.1f x select 1 (%.2f ms)".formatted(what, median, median / floor, floor));
    }

    private static double median(Supplier<?> work) {
        for (int n = 0; n < WARM_UP; n++) {
            work.get();
        }
        double[] times = new double[RUNS];
        for (int n = 0; n < RUNS; n++) {
            long begin = System.nanoTime();
            work.get();
            times[n] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }
}
