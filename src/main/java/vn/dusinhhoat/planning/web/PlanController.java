package vn.dusinhhoat.planning.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dusinhhoat.planning.Amendments;
import vn.dusinhhoat.planning.BoardSteps;
import vn.dusinhhoat.planning.CampaignViews;
import vn.dusinhhoat.planning.CellChoices;
import vn.dusinhhoat.planning.FurtherLines;
import vn.dusinhhoat.planning.MemberPlans;
import vn.dusinhhoat.planning.PlanViews.About;
import vn.dusinhhoat.planning.PlanViews.Choice;
import vn.dusinhhoat.planning.PlanViews.MyPlan;
import vn.dusinhhoat.planning.PlanViews.Page;
import vn.dusinhhoat.planning.PlanViews.PlanView;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.Search;
import vn.dusinhhoat.platform.Typed;

/** Members' plans: written by the member, commented on by the board. To everybody else there is no such plan: 404. */
@RestController
@RequestMapping("/camunda/api/plans")
class PlanController {

    /** A plan as typed; version as read. */
    record Draft(long version, List<MemberPlans.Typed> lines) {
    }

    /** @param replace whether all lines are found anew */
    record Proposal(long version, boolean replace) {
    }

    /** What the board says; version as read. */
    record Comments(long version, @Typed("ý kiến") String comment, List<BoardSteps.LineComment> lines) {
    }

    record Version(long version) {
    }

    /** Lines to amend. */
    record Wanted(List<Long> lines, @Typed("lý do điều chỉnh") String reason) {
    }

    private final MemberPlans plans;
    private final FurtherLines further;
    private final CellChoices choices;
    private final BoardSteps board;
    private final Amendments amendments;
    private final CampaignViews campaigns;
    private final Caller caller;

    PlanController(MemberPlans plans, FurtherLines further, CellChoices choices, BoardSteps board, Amendments amendments, CampaignViews campaigns, Caller caller) {
        this.plans = plans;
        this.further = further;
        this.choices = choices;
        this.board = board;
        this.amendments = amendments;
        this.campaigns = campaigns;
        this.caller = caller;
    }

    @GetMapping("/about")
    About about() {
        return campaigns.about();
    }

    @GetMapping("/mine")
    List<MyPlan> mine() {
        return plans.mine();
    }

    @GetMapping("/{plan:\\d{1,18}}")
    PlanView read(@PathVariable Long plan) {
        return plans.read(plan);
    }

    @PutMapping("/{plan:\\d{1,18}}")
    PlanView save(@PathVariable Long plan, @RequestBody Draft draft) {
        return plans.save(plan, draft.version(), draft.lines());
    }

    @PostMapping("/{plan:\\d{1,18}}/check")
    PlanView check(@PathVariable Long plan, @RequestBody Draft draft) {
        return plans.check(plan, draft.lines());
    }

    @PostMapping("/{plan:\\d{1,18}}/proposal")
    PlanView propose(@PathVariable Long plan, @RequestBody Proposal proposal) {
        return plans.propose(plan, proposal.version(), proposal.replace());
    }

    @PostMapping("/{plan:\\d{1,18}}/lines/{line:\\d{1,18}}/choices")
    Page<Choice> choices(@PathVariable Long plan, @PathVariable Long line, @RequestBody Search search) {
        return choices.of(plan, line, search.name(), search.page());
    }

    @PostMapping("/{plan:\\d{1,18}}/lines/{line:\\d{1,18}}/further")
    PlanView addFurther(@PathVariable Long plan, @PathVariable Long line, @RequestBody Version version) {
        return further.add(plan, version.version(), line);
    }

    @PostMapping("/{plan:\\d{1,18}}/lines/{line:\\d{1,18}}/removal")
    PlanView removeFurther(@PathVariable Long plan, @PathVariable Long line, @RequestBody Version version) {
        return further.remove(plan, version.version(), line);
    }

    @PutMapping("/{plan:\\d{1,18}}/comments")
    PlanView comment(@PathVariable Long plan, @RequestBody Comments comments) {
        return board.comment(plan, comments.version(), comments.comment(), comments.lines());
    }

    @PostMapping("/{plan:\\d{1,18}}/supplement")
    PlanView askForMore(@PathVariable Long plan, @RequestBody Version version) {
        return board.askForMore(plan, version.version(), caller.userId());
    }

    @PostMapping("/{plan:\\d{1,18}}/amendments")
    MyPlan amend(@PathVariable Long plan, @RequestBody Wanted wanted) {
        return amendments.amend(plan, wanted.lines(), wanted.reason(), caller.userId());
    }
}
