package vn.dusinhhoat.supervision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.platform.StartupStep;
import vn.dusinhhoat.platform.TimeZones;

/**
 * How many reports came in time, late or not at all, by the month of their limit. Counting a million reports takes a second
 * or two, so it is done every five minutes and kept by unit; months that an extension or a correction changes come right by
 * themselves. Reports of members of a Thường trực are not counted (ruling B5).
 */
@Component
@Order(StartupStep.COUNTS)
public class ReportMonths implements StartupStep {

    private static final int MONTHS = 12;
    /** Any fixed number; whichever node has the lock counts. */
    private static final long LOCK_KEY = 0x7472_656e_64L;
    private static final String COUNTED = """
            insert into report_month (unit_id, month, on_time, late, unreported)
            select b.unit_id, date_trunc('month', r.limit_at at time zone 'Asia/Ho_Chi_Minh')::date as month,
                   count(*) filter (where r.on_time), count(*) filter (where not r.on_time or r.on_time is null and r.state <> 'NOT_REPORTED'),
                   count(*) filter (where r.on_time is null and r.state = 'NOT_REPORTED')
            from report r join visit v on v.id = r.visit_id join body b on b.id = v.receiver_id
            where r.limit_at >= :from and (r.limit_at < :now or r.on_time is not null) and r.limit_at < :to and r.state <> 'NOT_APPLICABLE'
              and not exists (select 1 from body_member m join body t on t.id = m.body_id
                              where t.kind = 'THUONG_TRUC' and m.person_id = v.person_id
                                and m.valid_from <= (v.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date
                                and (m.valid_to is null or m.valid_to >= (v.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date))
            group by b.unit_id, 2""";
    private static final String SEEN = """
            select m.month, sum(m.on_time), sum(m.late), sum(m.unreported) from report_month m join party_unit u on u.id = m.unit_id
            where m.month >= :first and (:everything or u.code = any(:units)) group by m.month""";

    /**
     * Twelve months to the present one.
     *
     * @param asOf when they were counted; null before the first time
     */
    public record Trend(OffsetDateTime asOf, List<Month> months) {
    }

    /**
     * Reports whose limit lies in a month, once they are sent or the limit has passed.
     *
     * @param month "2026-04"
     * @param owed  all of them
     * @param late  sent late, or late and still to be sent
     */
    public record Month(String month, int owed, int onTime, int late, int unreported) {
    }

    private final JdbcClient sql;
    private final Clock clock;

    ReportMonths(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Counts anew. Does nothing while another node is at it. */
    @Override
    @Scheduled(cron = "0 2/5 * * * *", zone = "Asia/Ho_Chi_Minh")
    @Transactional
    public void run() {
        if (!sql.sql("select pg_try_advisory_xact_lock(?)").param(LOCK_KEY).query(Boolean.class).single()) {
            return;
        }
        Instant now = clock.instant();
        sql.sql("delete from report_month").update();
        sql.sql(COUNTED).param("from", startOf(firstMonth())).param("to", startOf(YearMonth.now(clock).plusMonths(1)))
                .param("now", Timestamp.from(now)).update();
        sql.sql("update report_month_state set as_of = ?").param(Timestamp.from(now)).update();
    }

    /** What somebody sees of it. Months in which nothing was owed are there with noughts. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    Trend trend(Sight sight) {
        Map<YearMonth, Month> counted = new HashMap<>();
        sql.sql(SEEN).param("first", firstMonth().atDay(1)).param("everything", sight.everything())
                .param("units", sight.units().toArray(String[]::new)).query(row -> {
                    YearMonth month = YearMonth.from(row.getObject(1, LocalDate.class));
                    counted.put(month, new Month(month.toString(), row.getInt(2) + row.getInt(3) + row.getInt(4), row.getInt(2), row.getInt(3), row.getInt(4)));
                });
        List<Month> months = new ArrayList<>();
        for (YearMonth month = firstMonth(); months.size() < MONTHS; month = month.plusMonths(1)) {
            months.add(counted.getOrDefault(month, new Month(month.toString(), 0, 0, 0, 0)));
        }
        OffsetDateTime asOf = sql.sql("select as_of from report_month_state where as_of is not null")
                .query((row, n) -> BoardTables.moment(row, 1)).optional().orElse(null);
        return new Trend(asOf, months);
    }

    private YearMonth firstMonth() {
        return YearMonth.now(clock).minusMonths(MONTHS - 1);
    }

    private static Timestamp startOf(YearMonth month) {
        return Timestamp.from(month.atDay(1).atStartOfDay(TimeZones.VIETNAM).toInstant());
    }
}
