package vn.dusinhhoat.calendar.change;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.calendar.CalendarShift;
import vn.dusinhhoat.calendar.Deadlines;
import vn.dusinhhoat.calendar.MovedLimit;
import vn.dusinhhoat.calendar.OpenLimits;
import vn.dusinhhoat.calendar.SpecialDay;
import vn.dusinhhoat.calendar.SpecialDays;
import vn.dusinhhoat.calendar.WorkingCalendar;
import vn.dusinhhoat.platform.Audit;
import vn.dusinhhoat.platform.Pages;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;

/** Changes of the calendar: one at a time, previewed, decided by a person, applied whole or not at all. */
@Service
public class CalendarChanges {

    /** Limits on a page of the preview. */
    public static final int PAGE = 50;
    private static final int LATEST = 10;
    /** Named with each limit that moves; a change by more notices at once is rare. */
    private static final int MOST_SOURCES = 3;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút, ngày' dd/MM/yyyy");

    private final ChangeTables tables;
    private final SpecialDays specialDays;
    private final Deadlines deadlines;
    private final List<OpenLimits> openLimits;
    private final ChangeProcess process;
    private final Audit audit;
    private final Clock clock;

    CalendarChanges(ChangeTables tables, SpecialDays specialDays, Deadlines deadlines, List<OpenLimits> openLimits,
                    ChangeProcess process, Audit audit, Clock clock) {
        this.tables = tables;
        this.specialDays = specialDays;
        this.deadlines = deadlines;
        this.openLimits = openLimits;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Keeps the wanted days and starts the case of the change. Nothing is in force before the decision.
     *
     * @param days null in the place of a day takes the day out
     * @return id of the change
     * @throws RuleViolation when a day cannot be so, nothing changes, or another change is open
     */
    @Transactional
    public Long propose(Map<LocalDate, SpecialDay> days, String userId) {
        tables.open().ifPresent(open -> {
            throw new RuleViolation("Tài khoản " + open.startedBy() + " đang điều chỉnh lịch, bắt đầu lúc "
                    + moment(open.startedAt())
                    + ": hoàn tất hoặc hủy lượt đó rồi làm lại, các ngày đã ghi vẫn còn.");
        });
        new ChangeCheck(deadlines.calendar(), today()).check(days);
        try {
            Long id = tables.create(new TreeMap<>(days), userId);
            process.start(id);
            return id;
        } catch (DuplicateKeyException e) {
            throw new RuleViolation("Một đồng chí khác vừa bắt đầu điều chỉnh lịch: đợi lượt đó xong rồi làm lại.");
        }
    }

    /** As people read it. */
    public static String moment(OffsetDateTime at) {
        return MOMENT.format(at.atZoneSameInstant(TimeZones.VIETNAM));
    }

    @Transactional(readOnly = true)
    public Optional<CalendarChange> find(Long id) {
        return tables.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<CalendarChange> open() {
        return tables.open();
    }

    /** The latest changes, newest first. */
    @Transactional(readOnly = true)
    public List<CalendarChange> latest() {
        return tables.latest(LATEST);
    }

    /** Days of a year in force. */
    @Transactional(readOnly = true)
    public List<SpecialDay> daysOf(int year) {
        return specialDays.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** Days from today on that nobody has confirmed. */
    @Transactional(readOnly = true)
    public List<SpecialDay> unconfirmed() {
        return specialDays.between(today(), today().plusYears(10)).stream().filter(SpecialDay::isUnconfirmed).toList();
    }

    /** Proposals of a year that the calendar does not have. */
    @Transactional(readOnly = true)
    public List<SpecialDay> missing(int year, HolidayProposals.Tet tet) {
        List<LocalDate> known = daysOf(year).stream().map(SpecialDay::day).toList();
        return HolidayProposals.of(year, tet).stream().filter(day -> !known.contains(day.day())).toList();
    }

    /** What becomes of each day, in order. */
    @Transactional(readOnly = true)
    public List<ChangedDay> days(Long id) {
        WorkingCalendar present = deadlines.calendar();
        return tables.days(id).entrySet().stream()
                .map(each -> new ChangedDay(each.getKey(), present.special(each.getKey()), each.getValue())).toList();
    }

    /** Open limits that move, counted by unit; worked out anew with every look. */
    @Transactional(readOnly = true)
    public List<MovedUnit> units(Long id) {
        Map<String, List<MovedLimit>> byUnit = new LinkedHashMap<>();
        wouldMove(id).forEach(limit -> byUnit.computeIfAbsent(limit.unitCode(), code -> new ArrayList<>()).add(limit));
        return byUnit.values().stream().map(limits -> {
            int kept = (int) limits.stream().filter(MovedLimit::kept).count();
            return new MovedUnit(limits.get(0).unitCode(), limits.get(0).unitName(), limits.size() - kept, kept);
        }).toList();
    }

    /** A page of the open limits of a unit that move, soonest first. */
    @Transactional(readOnly = true)
    public List<MovedLimit> limits(Long id, String unitCode, int page) {
        return Pages.page(wouldMove(id).stream().filter(limit -> limit.unitCode().equals(unitCode)).toList(), page, PAGE);
    }

    private List<MovedLimit> wouldMove(Long id) {
        CalendarShift shift = shift(id);
        return openLimits.stream().flatMap(limits -> limits.wouldMove(shift).stream())
                .sorted(Comparator.comparing(MovedLimit::unitName).thenComparing(MovedLimit::unitCode)
                        .thenComparing(MovedLimit::from).thenComparing(MovedLimit::subject)).toList();
    }

    private CalendarShift shift(Long id) {
        WorkingCalendar present = deadlines.calendar();
        return new CalendarShift(present, present.with(tables.days(id)), today());
    }

    /**
     * A person's decision; what follows from it is on the diagram.
     *
     * @throws RuleViolation when the change does not wait for one
     */
    @Transactional
    public void decide(Long id, ChangeDecision decision, String userId) {
        if (tables.find(id).map(CalendarChange::state).orElse(null) != ChangeState.OPEN) {
            throw new RuleViolation("Lượt điều chỉnh này không còn chờ quyết định: tải lại danh sách công việc.");
        }
        tables.decided(id, userId, decision == ChangeDecision.APPLY ? ChangeState.APPLYING : ChangeState.OPEN);
    }

    /** Writes the days and moves every open limit with them. */
    @Transactional
    public void apply(Long id) {
        specialDays.holdNewLimits();
        CalendarShift shift = shift(id);
        tables.write(id);
        String basis = basis(tables.days(id));
        String actor = tables.find(id).orElseThrow().decidedBy();
        int moved = openLimits.stream().mapToInt(limits -> limits.move(shift, actor, basis)).sum();
        tables.finish(id, ChangeState.APPLIED, moved);
        audit.recordWithChange(Audit.Entry.done(Audit.Kind.CALENDAR_CHANGE, actor, "calendar_change", id, "limits=" + moved));
    }

    private static String basis(Map<LocalDate, SpecialDay> days) {
        String sources = days.values().stream().filter(Objects::nonNull).map(SpecialDay::source).distinct()
                .limit(MOST_SOURCES).collect(Collectors.joining("; "));
        return "điều chỉnh ngày nghỉ, ngày làm bù" + (sources.isEmpty() ? "" : " (" + sources + ")");
    }

    /** Closes a change that was given up. One that is over already stays as it is. */
    @Transactional
    public void cancel(Long id) {
        if (tables.find(id).filter(found -> found.finishedAt() == null).isPresent()) {
            tables.finish(id, ChangeState.CANCELLED, 0);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeZones.VIETNAM);
    }
}
