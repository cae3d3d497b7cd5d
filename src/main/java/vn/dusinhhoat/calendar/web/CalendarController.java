package vn.dusinhhoat.calendar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.dusinhhoat.calendar.MovedLimit;
import vn.dusinhhoat.calendar.SpecialDay;
import vn.dusinhhoat.calendar.change.CalendarChange;
import vn.dusinhhoat.calendar.change.CalendarChanges;
import vn.dusinhhoat.calendar.change.ChangeProcess;
import vn.dusinhhoat.calendar.change.ChangedDay;
import vn.dusinhhoat.calendar.change.HolidayProposals;
import vn.dusinhhoat.calendar.change.MovedUnit;
import vn.dusinhhoat.calendar.process.ChangeTasks;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.Typed;

/** What the forms of a change of the calendar read and write. To everybody but administrators nothing of it exists: 404. */
@RestController
@RequestMapping("/camunda/api/calendar")
class CalendarController {

    /** A year as the start form shows it; unconfirmed days are those from today on, of all years. */
    record YearView(String user, LocalDate today, int year, List<SpecialDay> days, List<SpecialDay> missing,
                    List<SpecialDay> unconfirmed, ChangeView open) {
    }

    /** A wanted day; without a kind the day is taken out. */
    record WantedDay(LocalDate day, SpecialDay.Kind kind, @Typed(value = "tên ngày", as = Typed.Shape.LINE) String name,
                     SpecialDay.Status status, @Typed(value = "căn cứ", as = Typed.Shape.LINE) String source) {

        SpecialDay asSpecial() {
            return kind == null ? null : new SpecialDay(day, kind, name,
                    status == null ? SpecialDay.Status.UNCONFIRMED : status, source);
        }
    }

    /** Wanted days of a change. */
    record Wanted(List<WantedDay> days) {
    }

    /** A change as forms show it; days and units only with its task. */
    record ChangeView(Long id, String user, String state, String startedBy, String startedAt, int movedCount, String taskId,
                      List<ChangedDay> days, List<MovedUnit> units) {
    }

    private static final int MOST_DAYS = 200;

    private final CalendarChanges changes;
    private final ChangeProcess process;
    private final ChangeTasks tasks;
    private final Caller caller;
    private final Clock clock;

    CalendarController(CalendarChanges changes, ChangeProcess process, ChangeTasks tasks, Caller caller, Clock clock) {
        this.changes = changes;
        this.process = process;
        this.tasks = tasks;
        this.caller = caller;
        this.clock = clock;
    }

    @GetMapping({"/years", "/years/{year}"})
    YearView year(@PathVariable(name = "year", required = false) Integer wanted,
                  @RequestParam(defaultValue = "ONE_BEFORE") HolidayProposals.Tet tet) {
        caller.requireAdministrator();
        LocalDate today = LocalDate.now(clock);
        int year = wanted == null ? today.getYear() : wanted;
        if (year < today.getYear() - 1 || year > today.getYear() + 3) {
            throw notFound();
        }
        return new YearView(caller.userId(), today, year, changes.daysOf(year), changes.missing(year, tet), changes.unconfirmed(),
                changes.open().map(open -> view(open, process.openTask(open.id()).orElse(null))).orElse(null));
    }

    @PostMapping("/changes")
    ChangeView propose(@RequestBody Wanted wanted) {
        caller.requireAdministrator();
        return read(changes.propose(byDay(wanted), caller.userId()));
    }

    private static Map<LocalDate, SpecialDay> byDay(Wanted wanted) {
        Map<LocalDate, SpecialDay> days = new LinkedHashMap<>();
        if (wanted.days() == null || wanted.days().isEmpty() || wanted.days().size() > MOST_DAYS) {
            throw new RuleViolation("Một lượt điều chỉnh có từ 1 đến " + MOST_DAYS + " ngày: thêm hoặc bớt ngày rồi bấm Xem trước.");
        }
        for (WantedDay day : wanted.days()) {
            if (day.day() == null || days.containsKey(day.day())) {
                throw new RuleViolation("Có dòng chưa ghi ngày hoặc trùng ngày: sửa lại rồi bấm Xem trước.");
            }
            days.put(day.day(), day.asSpecial());
        }
        return days;
    }

    @GetMapping("/changes/{id}")
    ChangeView read(@PathVariable Long id) {
        caller.requireAdministrator();
        return view(found(id), process.openTask(id).orElse(null));
    }

    @GetMapping("/changes/tasks/{taskId}")
    ChangeView ofTask(@PathVariable String taskId) {
        caller.requireAdministrator();
        CalendarChange found = found(tasks.ofCaller(taskId).orElseThrow(CalendarController::notFound));
        ChangeView head = view(found, taskId);
        return new ChangeView(head.id(), head.user(), head.state(), head.startedBy(), head.startedAt(), head.movedCount(), taskId,
                changes.days(found.id()), changes.units(found.id()));
    }

    @GetMapping("/changes/{id}/limits")
    List<MovedLimit> limits(@PathVariable Long id, @RequestParam String unit, @RequestParam(defaultValue = "0") int page) {
        caller.requireAdministrator();
        return changes.limits(found(id).id(), unit, Math.max(0, page));
    }

    private CalendarChange found(Long id) {
        return changes.find(id).orElseThrow(CalendarController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private ChangeView view(CalendarChange found, String taskId) {
        return new ChangeView(found.id(), caller.userId(), found.state().name(), found.startedBy(),
                CalendarChanges.moment(found.startedAt()), found.movedCount(), taskId, null, null);
    }
}
