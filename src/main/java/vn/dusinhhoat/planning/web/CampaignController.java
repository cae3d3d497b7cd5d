package vn.dusinhhoat.planning.web;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.dusinhhoat.planning.Amendments;
import vn.dusinhhoat.planning.CampaignOpening;
import vn.dusinhhoat.planning.CampaignViews;
import vn.dusinhhoat.planning.Opinions;
import vn.dusinhhoat.planning.PlanFigures;
import vn.dusinhhoat.planning.PlanReminders;
import vn.dusinhhoat.planning.PlanState;
import vn.dusinhhoat.planning.PlanViews.CampaignLine;
import vn.dusinhhoat.planning.PlanViews.CampaignView;
import vn.dusinhhoat.planning.PlanViews.Figures;
import vn.dusinhhoat.planning.PlanViews.HostView;
import vn.dusinhhoat.planning.PlanViews.Page;
import vn.dusinhhoat.planning.PlanViews.PlanView;
import vn.dusinhhoat.planning.PlanViews.PlannedLine;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.Typed;

/** A level's plan of the year, for its board, office and Thường trực. To everybody else there is none: 404. */
@RestController
@RequestMapping("/camunda/api/plans/campaigns")
class CampaignController {

    /** What to begin; unit by code. */
    record Opening(@Typed(value = "mã đơn vị", as = Typed.Shape.LINE) String unit, int year) {
    }

    record Reason(@Typed("lý do") String reason) {
    }

    record Note(@Typed("nội dung ý kiến") String note) {
    }

    private final CampaignViews views;
    private final PlanFigures figures;
    private final CampaignOpening opening;
    private final Amendments amendments;
    private final Opinions opinions;
    private final PlanReminders reminders;
    private final Caller caller;

    CampaignController(CampaignViews views, PlanFigures figures, CampaignOpening opening, Amendments amendments, Opinions opinions,
                       PlanReminders reminders, Caller caller) {
        this.views = views;
        this.figures = figures;
        this.opening = opening;
        this.amendments = amendments;
        this.opinions = opinions;
        this.reminders = reminders;
        this.caller = caller;
    }

    @GetMapping
    Page<CampaignLine> list(@RequestParam(defaultValue = "0") int page) {
        return views.list(page);
    }

    @PostMapping
    CampaignLine open(@RequestBody Opening wanted) {
        return views.line(opening.open(wanted.unit(), wanted.year(), caller.userId()));
    }

    @GetMapping("/{id:\\d{1,18}}")
    CampaignView read(@PathVariable Long id) {
        return views.read(id);
    }

    @GetMapping("/{id:\\d{1,18}}/plans")
    Page<PlanView> plans(@PathVariable Long id, @RequestParam(required = false) PlanState state, @RequestParam(defaultValue = "0") int page) {
        return views.plans(id, state, page);
    }

    @GetMapping("/{id:\\d{1,18}}/lines")
    Page<PlannedLine> lines(@PathVariable Long id, @RequestParam(defaultValue = "MONTH") CampaignViews.Order order,
                            @RequestParam(defaultValue = "0") int page) {
        return views.lines(id, order, page);
    }

    @GetMapping("/{id:\\d{1,18}}/hosts")
    List<HostView> hosts(@PathVariable Long id) {
        return views.hosts(id);
    }

    @GetMapping("/{id:\\d{1,18}}/figures")
    Figures figures(@PathVariable Long id) {
        return figures.of(id);
    }

    @PutMapping("/{id:\\d{1,18}}/opinion")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void note(@PathVariable Long id, @RequestBody Note note) {
        opinions.note(id, note.note());
    }

    @PostMapping("/{id:\\d{1,18}}/remind")
    Map<String, Integer> remind(@PathVariable Long id) {
        return Map.of("members", reminders.remindAll(id, caller.userId()));
    }

    @PostMapping("/{id:\\d{1,18}}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable Long id, @RequestBody Reason reason) {
        amendments.giveUp(id, reason.reason(), caller.userId());
    }
}
