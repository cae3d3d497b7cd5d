package vn.dusinhhoat.attendance;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.duty.VisitSchedule.Planned;
import vn.dusinhhoat.platform.EngineCommands;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;

/** Many visits at once: rows in sets, cases in one command of the engine. */
@Component
class VisitBatches {

    /** The rules of {@link VisitRules#visitable} for many. */
    private static final String AGAINST_RULES = """
            select p.code, c.name from unnest(:people::bigint[], :cells::bigint[], :days::text[]::date[]) n (person, cell, day)
            join person p on p.id = n.person join party_unit c on c.id = n.cell
            where c.level <> 'CELL' or c.id = p.home_cell_id or c.valid_from > n.day or c.valid_to < n.day limit 1""";
    private static final String INSERT = """
            insert into visit (person_id, cell_id, meeting_at, state, counts_from)
            select person, cell, at, 'SCHEDULED', late
            from unnest(:people::bigint[], :cells::bigint[], :times::text[]::timestamptz[], :late::text[]::date[]) with ordinality n (person, cell, at, late, place)
            order by place returning id""";
    private static final String NOTE = """
            insert into visit_event (visit_id, at, kind, detail)
            select v.id, :now, 'SCHEDULED', c.name || case when v.counts_from is null then ', hệ thống xếp' else ', hệ thống xếp muộn' end
            from visit v join party_unit c on c.id = v.cell_id where v.id = any(:ids) order by v.id""";
    /** Whoever is away says so once; visits that are planned later are covered, too (situation C5). */
    private static final String ABSENT = """
            select v.id from visit v join absence_entry e on e.person_id = v.person_id
                and (v.meeting_at at time zone 'Asia/Ho_Chi_Minh')::date between e.from_day and e.to_day
            where v.state = 'SCHEDULED' and e.to_day >= :today group by v.id order by v.id""";

    private final JdbcClient sql;
    private final EntityManager entities;
    private final Absences absences;
    private final VisitProcess process;
    private final EngineCommands commands;
    private final Clock clock;

    VisitBatches(JdbcClient sql, EntityManager entities, Absences absences, VisitProcess process, EngineCommands commands, Clock clock) {
        this.sql = sql;
        this.entities = entities;
        this.absences = absences;
        this.process = process;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Stores the visits and starts their cases, all or none.
     *
     * @return their ids, in the same order
     * @throws RuleViolation when one of them goes to the visitor's own cell, to none, or to one that has ended
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> schedule(List<Planned> planned) {
        Long[] people = planned.stream().map(Planned::personId).toArray(Long[]::new);
        Long[] cells = planned.stream().map(Planned::cellId).toArray(Long[]::new);
        String[] times = planned.stream().map(visit -> visit.meetingAt().toString()).toArray(String[]::new);
        requireAllowed(planned, people, cells);
        List<Long> ids = sql.sql(INSERT).param("people", people).param("cells", cells).param("times", times)
                .param("late", planned.stream().map(visit -> visit.countsFrom() == null ? null : visit.countsFrom().toString()).toArray(String[]::new)).query(Long.class).list();
        sql.sql(NOTE).param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("ids", ids.toArray(Long[]::new)).update();
        readAhead(ids, List.of(people), List.of(cells));
        commands.together(() -> IntStream.range(0, ids.size()).forEach(n -> process.start(ids.get(n), planned.get(n).unitCode())));
        return ids;
    }

    private void requireAllowed(List<Planned> planned, Long[] people, Long[] cells) {
        String[] days = planned.stream().map(visit -> visit.meetingAt().atZone(TimeZones.VIETNAM).toLocalDate().toString())
                .toArray(String[]::new);
        sql.sql(AGAINST_RULES).param("people", people).param("cells", cells).param("days", days)
                .query((row, n) -> row.getString(2) + " không dự được với đồng chí mã " + row.getString(1)
                        + ": chi bộ nơi đồng chí sinh hoạt, hoặc không còn hoạt động vào ngày họp.").optional()
                .ifPresent(problem -> {
                    throw new RuleViolation(problem);
                });
    }

    /** What the first steps of each case ask for is read once for all: they find it in the persistence context. */
    private void readAhead(List<Long> visits, List<Long> people, List<Long> cells) {
        entities.createQuery("select v from Visit v where v.id in :ids").setParameter("ids", visits).getResultList();
        entities.createQuery("select p from Person p where p.id in :ids").setParameter("ids", people).getResultList();
        entities.createQuery("select c from PartyUnit c join fetch c.parent where c.id in :ids").setParameter("ids", cells).getResultList();
    }

    /** Planned visits of days for which their visitors have said that they are away. */
    @Transactional(readOnly = true)
    public List<Long> absentOnes() {
        return sql.sql(ABSENT).param("today", LocalDate.now(clock)).query(Long.class).list();
    }

    @Transactional
    public void applyAbsence(Long visitId) {
        absences.applyEntries(visitId);
    }
}
