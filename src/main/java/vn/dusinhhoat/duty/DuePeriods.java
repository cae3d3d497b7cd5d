package vn.dusinhhoat.duty;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which periods ought to be open by now, whenever the application last ran: every one whose opening day on the diagram
 * has passed since duties began (rows T7, T8, T10).
 */
@Component
class DuePeriods {

    private final JdbcClient sql;
    private final Openings openings;
    private final DutyStarts starts;
    private final DutyTable table;
    private final Clock clock;

    DuePeriods(JdbcClient sql, Openings openings, DutyStarts starts, DutyTable table, Clock clock) {
        this.sql = sql;
        this.openings = openings;
        this.starts = starts;
        this.table = table;
        this.clock = clock;
    }

    /** Due and never opened, oldest first. */
    @Transactional
    public List<Period> missing() {
        Set<Period> opened = new HashSet<>(opened(LocalDate.EPOCH));
        return starts.earliest().stream().flatMap(begin -> inUse().flatMap(cadence -> due(cadence, begin).stream()))
                .filter(period -> !opened.contains(period)).sorted((a, b) -> a.firstDay().compareTo(b.firstDay())).toList();
    }

    /** Open and not over yet: who joins in the middle is added to them (situation C8). */
    @Transactional
    public List<Period> current() {
        return opened(LocalDate.now(clock));
    }

    /** The period that is opened next for this cadence, not before duties begin: a rehearsal's subject. */
    @Transactional
    public Period next(Cadence cadence) {
        LocalDate today = LocalDate.now(clock);
        Set<Period> opened = new HashSet<>(opened(today));
        Period ahead = Period.of(cadence, today).next();
        Period period = starts.earliest().filter(ahead.lastDay()::isBefore).map(begin -> Period.of(cadence, begin)).orElse(ahead);
        while (opened.contains(period)) {
            period = period.next();
        }
        return period;
    }

    /** Cadences that somebody owes by the decision table in force. */
    @Transactional
    public Stream<Cadence> inUse() {
        Set<Cadence> used = new HashSet<>();
        table.rows().forEach(row -> used.add(row.duty().cadence()));
        return Arrays.stream(Cadence.values()).filter(used::contains);
    }

    private List<Period> due(Cadence cadence, LocalDate begin) {
        Period first = Period.of(cadence, begin);
        LocalDateTime from = first.firstDay().minusMonths(cadence.months()).atStartOfDay().minusNanos(1);
        List<Period> due = new ArrayList<>();
        for (LocalDateTime opening : openings.between(cadence, from, LocalDateTime.now(clock))) {
            Period period = Period.of(cadence, opening.toLocalDate()).next();
            if (!due.contains(period)) {
                due.add(period);
            }
        }
        return due;
    }

    private List<Period> opened(LocalDate lastDayFrom) {
        return sql.sql("select cadence, first_day from duty_period where last_day >= ? order by first_day, cadence").param(lastDayFrom)
                .query((row, n) -> Period.of(Cadence.valueOf(row.getString(1)), row.getObject(2, LocalDate.class))).list();
    }
}
