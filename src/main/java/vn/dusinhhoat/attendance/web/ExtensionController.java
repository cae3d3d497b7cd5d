package vn.dusinhhoat.attendance.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.dusinhhoat.attendance.ExtendedLimit;
import vn.dusinhhoat.attendance.extension.ExtendedUnit;
import vn.dusinhhoat.attendance.extension.ExtensionProcess;
import vn.dusinhhoat.attendance.extension.LimitExtension;
import vn.dusinhhoat.attendance.extension.LimitExtensions;
import vn.dusinhhoat.attendance.extension.WantedExtension;
import vn.dusinhhoat.attendance.process.ExtensionTasks;
import vn.dusinhhoat.organization.LookupPage;
import vn.dusinhhoat.organization.OrganizationLookup.Hit;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.TimeZones;

/** What the forms of an extension read and write. To everybody but staff and administrators nothing of it exists: 404. */
@RestController
@RequestMapping("/camunda/api/attendance/extensions")
class ExtensionController {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút, ngày' dd/MM/yyyy");

    /** What the start form shows. */
    record StartView(LocalDate today, List<ExtensionView> latest) {
    }

    /** An extension as forms show it. */
    record ExtensionView(Long id, String state, String scope, String meetings, String time, String document, String reason,
                         String startedBy, String startedAt, int extendedCount, int onTimeCount, String taskId) {
    }

    /** An extension that waits for the decision. */
    record Preview(ExtensionView extension, List<ExtendedUnit> units) {
    }

    private final LimitExtensions extensions;
    private final ExtensionProcess process;
    private final ExtensionTasks tasks;
    private final Caller caller;
    private final Clock clock;

    ExtensionController(LimitExtensions extensions, ExtensionProcess process, ExtensionTasks tasks, Caller caller, Clock clock) {
        this.extensions = extensions;
        this.process = process;
        this.tasks = tasks;
        this.caller = caller;
        this.clock = clock;
    }

    @GetMapping
    StartView start() {
        staffOnly();
        return new StartView(LocalDate.now(clock), extensions.latest(caller.userId(), caller.isAdministrator()).stream()
                .map(found -> view(found, null)).toList());
    }

    @GetMapping("/communes")
    LookupPage<Hit> communes(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "0") int page) {
        staffOnly();
        return extensions.communes(caller.userId(), caller.isAdministrator(), name, page);
    }

    @PostMapping
    ExtensionView propose(@RequestBody WantedExtension wanted) {
        staffOnly();
        return read(extensions.propose(wanted, caller.userId(), caller.isAdministrator()));
    }

    @GetMapping("/{id:\\d{1,18}}")
    ExtensionView read(@PathVariable Long id) {
        LimitExtension found = extensions.findFor(caller.userId(), caller.isAdministrator(), id)
                .orElseThrow(ExtensionController::notFound);
        return view(found, found.startedBy().equals(caller.userId()) ? process.openTask(id).orElse(null) : null);
    }

    @GetMapping("/tasks/{taskId}")
    Preview ofTask(@PathVariable String taskId) {
        Long id = seen(taskId);
        return new Preview(view(extensions.find(id).orElseThrow(ExtensionController::notFound), taskId), extensions.units(id));
    }

    @GetMapping("/tasks/{taskId}/limits")
    List<ExtendedLimit> limits(@PathVariable String taskId, @RequestParam String unit, @RequestParam(defaultValue = "0") int page) {
        return extensions.limits(seen(taskId), unit, Math.max(0, page));
    }

    private Long seen(String taskId) {
        return tasks.ofCaller(taskId).orElseThrow(ExtensionController::notFound);
    }

    private void staffOnly() {
        if (!extensions.mayExtend(caller.userId(), caller.isAdministrator())) {
            throw notFound();
        }
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ExtensionView view(LimitExtension found, String taskId) {
        return new ExtensionView(found.id(), found.state().name(), found.scopeUnitName(),
                "từ ngày " + DAY.format(found.meetingsFrom()) + " đến ngày " + DAY.format(found.meetingsTo()),
                found.moreDays() != null ? "thêm %02d ngày".formatted(found.moreDays()) : "đến hết ngày " + DAY.format(found.lastDay()),
                found.document() + " ngày " + DAY.format(found.documentDate()), found.reason(), found.startedBy(),
                moment(found.startedAt()), found.extendedCount(), found.onTimeCount(), taskId);
    }

    private static String moment(OffsetDateTime at) {
        return MOMENT.format(at.atZoneSameInstant(TimeZones.VIETNAM));
    }
}
