package vn.dusinhhoat.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.calendar.WorkingCalendar;
import vn.dusinhhoat.duty.VisitSchedule.Planned;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.PartyUnit;
import vn.dusinhhoat.organization.Person;
import vn.dusinhhoat.platform.RuleViolation;

/** Many visits at once: as many statements for two hundred as for one, apart from the rows themselves. */
@Component
class VisitBatch {

    static final int MOST = 200;

    private static final String INSERT = """
            insert into visit (person_id, cell_id, meeting_at, state, counts_from)
            select person, cell, meeting, 'SCHEDULED', late
            from unnest(:people::bigint[], :cells::bigint[], :meetings::timestamptz[], :late::date[])
                 with ordinality as planned (person, cell, meeting, late, place)
            order by place returning id""";
    private static final String NOTE = """
            insert into visit_event (visit_id, at, kind, detail)
            select visit, :now, 'SCHEDULED', detail from unnest(:visits::bigint[], :details::text[])
                 with ordinality as made (visit, detail, place) order by place""";

    private final AttendanceRepositories.Visits visits;
    private final VisitRules rules;
    private final Organization organization;
    private final VisitProcess process;
    private final JdbcClient sql;
    private final Clock clock;

    VisitBatch(AttendanceRepositories.Visits visits, VisitRules rules, Organization organization, VisitProcess process, JdbcClient sql, Clock clock) {
        this.visits = visits;
        this.rules = rules;
        this.organization = organization;
        this.process = process;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Stores the visits and starts their cases, all or none, in the caller's transaction; ids in the order of the list.
     *
     * @param planned at most 200
     * @throws RuleViolation naming the place in the list, when the cell is the person's own (II.2d), has ended or is none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Long> schedule(List<Planned> planned) {
        if (planned.size() > MOST) {
            throw new IllegalArgumentException(planned.size() + " visits at once, more than " + MOST);
        }
        if (planned.isEmpty()) {
            return List.of();
        }
        List<String> cells = checked(planned);
        List<Long> ids = insert(planned);
        note(ids, planned, cells);
        // What the cases ask about each visit is there already: nothing is looked up one by one.
        visits.findByIdIn(ids);
        List<VisitProcess.NewCase> cases = new ArrayList<>();
        for (int n = 0; n < ids.size(); n++) {
            cases.add(new VisitProcess.NewCase(ids.get(n), planned.get(n).unitCode()));
        }
        process.startAll(cases);
        return ids;
    }

    /** Names of the cells. People and units stay loaded until the transaction ends. */
    private List<String> checked(List<Planned> planned) {
        Map<Long, Person> people = organization.people(planned.stream().map(Planned::personId).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        Map<Long, PartyUnit> units = organization.units(planned.stream().map(Planned::cellId).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(PartyUnit::id, Function.identity()));
        List<String> names = new ArrayList<>();
        for (Planned each : planned) {
            String place = "Lượt thứ " + (names.size() + 1) + ": ";
            Person person = people.get(each.personId());
            PartyUnit cell = units.get(each.cellId());
            if (person == null || cell == null) {
                throw new RuleViolation(place + "không có đồng chí hoặc chi bộ này trong dữ liệu tổ chức.");
            }
            try {
                rules.requireVisitable(person, cell, each.meetingAt());
            } catch (RuleViolation violation) {
                throw new RuleViolation(place + violation.getMessage());
            }
            names.add(cell.name());
        }
        return names;
    }

    /** Identities are given in the order of the rows. */
    private List<Long> insert(List<Planned> planned) {
        return sql.sql(INSERT).param("people", planned.stream().map(Planned::personId).toArray(Long[]::new))
                .param("cells", planned.stream().map(Planned::cellId).toArray(Long[]::new))
                .param("meetings", texts(planned.stream().map(Planned::meetingAt)))
                .param("late", texts(planned.stream().map(Planned::countsFrom)))
                .query(Long.class).stream().sorted().toList();
    }

    private void note(List<Long> ids, List<Planned> planned, List<String> cells) {
        List<String> details = new ArrayList<>();
        for (int n = 0; n < cells.size(); n++) {
            LocalDate late = planned.get(n).countsFrom();
            details.add(cells.get(n) + (late == null ? "" : "; hệ thống tạo muộn, hạn tính từ " + WorkingCalendar.named(late)));
        }
        sql.sql(NOTE).param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("visits", ids.toArray(Long[]::new))
                .param("details", details.toArray(String[]::new)).update();
    }

    private static String[] texts(Stream<?> values) {
        return values.map(value -> Objects.toString(value, null)).toArray(String[]::new);
    }
}
