package vn.dusinhhoat.supervision.web;

import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dusinhhoat.attendance.AbsenceReason;
import vn.dusinhhoat.platform.Typed;
import vn.dusinhhoat.supervision.ActionResult;
import vn.dusinhhoat.supervision.ActionResult.Outcome;
import vn.dusinhhoat.supervision.BoardActions;
import vn.dusinhhoat.supervision.BoardActions.MoreTime;
import vn.dusinhhoat.supervision.BoardActions.Preview;
import vn.dusinhhoat.supervision.HandOver;
import vn.dusinhhoat.supervision.Sights;

/** What staff do from the board, to one row or many. Rows are tasks; each gets an answer of its own. */
@RestController
@RequestMapping("/camunda/api/supervision")
class ActionController {

    record UrgeRequest(@Typed(value = "việc được chọn", as = Typed.Shape.LINE) List<String> tasks,
                       @Typed(value = "lý do", as = Typed.Shape.LINE) String reason) {
    }

    record ExtendRequest(@Typed(value = "việc được chọn", as = Typed.Shape.LINE) List<String> tasks, Integer moreDays, LocalDate lastDay,
                         @Typed(value = "lý do", as = Typed.Shape.LINE) String reason) {

        private MoreTime time() {
            return new MoreTime(moreDays, lastDay);
        }
    }

    record HandOverRequest(@Typed(value = "việc được chọn", as = Typed.Shape.LINE) List<String> tasks,
                           @Typed(value = "đồng chí nhận việc", as = Typed.Shape.LINE) String to,
                           @Typed(value = "lý do", as = Typed.Shape.LINE) String reason) {
    }

    record ExcuseRequest(@Typed(value = "việc được chọn", as = Typed.Shape.LINE) List<String> tasks, AbsenceReason absence,
                         @Typed(value = "lý do", as = Typed.Shape.LINE) String reason) {
    }

    record Successors(List<HandOver.Successor> items) {
    }

    record PreviewView(List<PreviewRow> rows) {
    }

    /** A limit that would move; without days when it would not, and why. */
    record PreviewRow(String taskId, String title, Outcome outcome, String message, LocalDate from, LocalDate to, String explanation,
                      String effect, String effectLabel) {
    }

    private final Sights sights;
    private final BoardActions actions;
    private final HandOver handOver;

    ActionController(Sights sights, BoardActions actions, HandOver handOver) {
        this.sights = sights;
        this.actions = actions;
        this.handOver = handOver;
    }

    @GetMapping("/tasks/{taskId}/successors")
    Successors successors(@PathVariable String taskId) {
        return new Successors(handOver.successors(sights.requireForCaller(), taskId));
    }

    @PostMapping("/actions/urge")
    ActionResult urge(@RequestBody UrgeRequest wanted) {
        return actions.urge(sights.requireForCaller(), wanted.tasks(), wanted.reason());
    }

    @PostMapping("/actions/extend/preview")
    PreviewView previewExtension(@RequestBody ExtendRequest wanted) {
        return new PreviewView(actions.previewExtension(sights.requireForCaller(), wanted.tasks(), wanted.time()).stream()
                .map(ActionController::row).toList());
    }

    @PostMapping("/actions/extend")
    ActionResult extend(@RequestBody ExtendRequest wanted) {
        return actions.extend(sights.requireForCaller(), wanted.tasks(), wanted.time(), wanted.reason());
    }

    @PostMapping("/actions/hand-over")
    ActionResult handOver(@RequestBody HandOverRequest wanted) {
        return actions.handOver(sights.requireForCaller(), wanted.tasks(), wanted.to(), wanted.reason());
    }

    @PostMapping("/actions/excuse")
    ActionResult excuse(@RequestBody ExcuseRequest wanted) {
        return actions.excuse(sights.requireForCaller(), wanted.tasks(), wanted.absence(), wanted.reason());
    }

    private static PreviewRow row(Preview preview) {
        ActionResult.RowResult row = preview.row();
        if (preview.moved() == null) {
            return new PreviewRow(row.taskId(), row.title(), row.outcome(), row.message(), null, null, null, null, null);
        }
        return new PreviewRow(row.taskId(), row.title(), row.outcome(), null, preview.moved().from(), preview.moved().to(),
                preview.moved().explanation(), preview.moved().effect(), preview.moved().effectLabel());
    }
}
