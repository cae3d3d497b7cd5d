package vn.dusinhhoat.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.UnplacedDuties.Unplaced;
import vn.dusinhhoat.platform.RuleViolation;

/** Periods as an administrator looks after them: what is open, how far it has come, opening one early, catching up. */
@Service
public class OpenPeriods {

    private static final String OPEN = """
            select p.cadence, p.first_day, count(d.id), count(d.visit_id), count(d.problem)
            from duty_period p left join duty d on d.period_id = p.id where p.last_day >= :today
            group by p.id order by p.first_day, p.cadence""";

    /**
     * An open period.
     *
     * @param owed     duties in it
     * @param placed   of these, with a visit
     * @param problems of these, that could not be placed
     * @param reasons  why, by unit, in Vietnamese
     */
    public record Line(String period, int owed, int placed, int problems, List<String> reasons) {
    }

    /** What may be opened next. */
    public record Next(Cadence cadence, String period) {
    }

    private final DuePeriods periods;
    private final Cycle cycle;
    private final CycleProcess process;
    private final DutyStarts starts;
    private final UnplacedDuties unplaced;
    private final JdbcClient sql;
    private final Clock clock;

    OpenPeriods(DuePeriods periods, Cycle cycle, CycleProcess process, DutyStarts starts, UnplacedDuties unplaced, JdbcClient sql, Clock clock) {
        this.periods = periods;
        this.cycle = cycle;
        this.process = process;
        this.starts = starts;
        this.unplaced = unplaced;
        this.sql = sql;
        this.clock = clock;
    }

    /** Periods that are not over, the earliest first. */
    @Transactional
    public List<Line> open() {
        Map<Period, List<String>> reasons = unplaced.all().stream().collect(Collectors.groupingBy(Unplaced::period, Collectors.mapping(
                each -> each.unit() + ", " + each.duties() + " đồng chí: " + each.problem(), Collectors.toList())));
        return sql.sql(OPEN).param("today", LocalDate.now(clock)).query((row, n) -> {
            Period period = Period.of(Cadence.valueOf(row.getString(1)), row.getObject(2, LocalDate.class));
            return new Line(period.label(), row.getInt(3), row.getInt(4), row.getInt(5), reasons.getOrDefault(period, List.of()));
        }).list();
    }

    /** The next period of each cadence that somebody owes by the table in force. */
    @Transactional
    public List<Next> next() {
        return periods.inUse().map(cadence -> new Next(cadence, periods.next(cadence).label())).toList();
    }

    /**
     * Opens the next period before its day.
     *
     * @return as people call it
     * @throws RuleViolation when duties have not begun anywhere, or nobody owes this cadence
     */
    @Transactional
    public String openEarly(Cadence cadence) {
        requireBegun();
        if (cadence == null || periods.inUse().noneMatch(cadence::equals)) {
            throw new RuleViolation("Không ai có nhiệm vụ theo định kỳ này: tải lại trang rồi chọn một kỳ trong danh sách.");
        }
        Period period = periods.next(cadence);
        cycle.openEarly(period);
        process.begin();
        return period.label();
    }

    /** Makes what is due and missing; what exists is not made again. */
    @Transactional
    public void catchUp() {
        requireBegun();
        process.begin();
    }

    private void requireBegun() {
        if (starts.earliest().isEmpty()) {
            throw new RuleViolation("Chưa có đơn vị nào bắt đầu tính nhiệm vụ: ghi ngày bắt đầu trước.");
        }
    }
}
