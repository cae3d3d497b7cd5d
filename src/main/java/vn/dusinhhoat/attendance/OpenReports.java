package vn.dusinhhoat.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.calendar.Limit;
import vn.dusinhhoat.calendar.LimitStart;
import vn.dusinhhoat.calendar.WorkingCalendar;
import vn.dusinhhoat.organization.OrganizationFacts;

/** Limits of many reports at once: read, written and noted in sets. */
@Component
class OpenReports {

    private static final int BATCH = 500;
    private static final String COLUMNS =
            "select v.id, v.cell_id, v.person_id, v.meeting_at, r.limit_at, r.limit_reason, r.limit_days, r.submitted_at, v.counts_from ";

    /**
     * A report with its limit.
     *
     * @param meeting     day of the meeting
     * @param from        what the limit counts from
     * @param span        as the diagram had it
     * @param submittedAt when it was first sent; null before
     */
    record LimitedReport(Long visitId, Long cellId, Long personId, LocalDate meeting, LimitStart from, Limit limit, Period span,
                         Instant submittedAt) {
    }

    /** A report, and the limit that it gets. */
    record NewLimit(LimitedReport report, Limit next) {

        boolean isAnotherDay() {
            return !next.lastDay().equals(report.limit().lastDay());
        }
    }

    /** Names for people: cells under their units, and visitors. */
    record Names(Map<Long, OrganizationFacts.Cell> cells, Map<Long, String> people) {

        OrganizationFacts.Cell cellOf(LimitedReport report) {
            return cells.get(report.cellId());
        }

        /** "Chi bộ xóm 2, họp thứ Sáu, 03/4/2026, đồng chí …" */
        String subjectOf(LimitedReport report) {
            String visitor = people.get(report.personId());
            return "%s, họp %s%s".formatted(cellOf(report).name(), WorkingCalendar.named(report.meeting()),
                    visitor == null ? "" : ", đồng chí " + visitor);
        }
    }

    private final JdbcTemplate sql;
    private final OrganizationFacts organization;
    private final Clock clock;

    OpenReports(JdbcTemplate sql, OrganizationFacts organization, Clock clock) {
        this.sql = sql;
        this.organization = organization;
        this.clock = clock;
    }

    /** @param rest from "from" on, with {@code v} the visit and {@code r} the report */
    List<LimitedReport> select(String rest, Object... parameters) {
        return sql.query(COLUMNS + rest, (row, n) -> report(row), parameters);
    }

    private static LimitedReport report(ResultSet row) throws SQLException {
        Timestamp submitted = row.getTimestamp(8);
        LocalDate meeting = Limit.dayOf(row.getTimestamp(4).toInstant());
        return new LimitedReport(row.getLong(1), row.getLong(2), row.getLong(3), meeting,
                LimitStart.of(meeting, row.getObject(9, LocalDate.class)),
                new Limit(Limit.dayOf(row.getTimestamp(5).toInstant()), row.getString(6)), Period.ofDays(row.getInt(7)),
                submitted == null ? null : submitted.toInstant());
    }

    Names names() {
        LocalDate today = LocalDate.now(clock);
        return new Names(organization.cells().stream().collect(Collectors.toMap(OrganizationFacts.Cell::id, Function.identity())),
                organization.logins(today).stream().collect(Collectors.toMap(OrganizationFacts.Login::personId,
                        OrganizationFacts.Login::fullName, (one, other) -> one)));
    }

    void write(List<? extends NewLimit> limits) {
        sql.batchUpdate("update report set limit_at = ?, limit_reason = ?, row_version = row_version + 1 where visit_id = ?",
                limits, BATCH, (prepared, limit) -> {
                    prepared.setTimestamp(1, Timestamp.from(limit.next().at()));
                    prepared.setString(2, limit.next().explanation());
                    prepared.setLong(3, limit.report().visitId());
                });
    }

    /** The first submission of these was on time after all. */
    void countAsOnTime(List<? extends NewLimit> limits) {
        sql.batchUpdate("""
                update report set on_time = true, state = case state when 'SUBMITTED_LATE' then 'SUBMITTED' else state end
                where visit_id = ?""", limits, BATCH, (prepared, limit) -> prepared.setLong(1, limit.report().visitId()));
    }

    void note(List<? extends NewLimit> limits, String actor, VisitEvent.Kind kind, Function<NewLimit, String> detail) {
        Timestamp now = Timestamp.from(clock.instant());
        sql.batchUpdate("insert into visit_event (visit_id, at, actor, kind, detail) values (?, ?, ?, ?, ?)", limits, BATCH,
                (prepared, limit) -> {
                    prepared.setLong(1, limit.report().visitId());
                    prepared.setTimestamp(2, now);
                    prepared.setString(3, actor);
                    prepared.setString(4, kind.name());
                    prepared.setString(5, detail.apply(limit));
                });
    }

    /** "hết ngày thứ Hai, 06/4/2026 sang hết ngày thứ Ba, 07/4/2026" */
    static String fromTo(NewLimit limit, String to) {
        return "hết ngày " + WorkingCalendar.named(limit.report().limit().lastDay()) + to + "hết ngày "
                + WorkingCalendar.named(limit.next().lastDay());
    }
}
