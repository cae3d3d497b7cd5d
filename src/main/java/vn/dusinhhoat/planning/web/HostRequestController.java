package vn.dusinhhoat.planning.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dusinhhoat.planning.HostAgreements;
import vn.dusinhhoat.planning.PlanViews.Page;
import vn.dusinhhoat.planning.PlanViews.RequestSummary;
import vn.dusinhhoat.planning.PlanViews.RequestView;

/** What a commune is asked about visits to its cells. Requests to others do not exist: 404. */
@RestController
@RequestMapping("/camunda/api/plans/requests")
class HostRequestController {

    /** Answers as typed; version as read. */
    record Answers(long version, List<HostAgreements.TypedAnswer> lines) {
    }

    private final HostAgreements agreements;

    HostRequestController(HostAgreements agreements) {
        this.agreements = agreements;
    }

    @GetMapping
    Page<RequestSummary> list(@RequestParam(defaultValue = "0") int page) {
        return agreements.asked(page);
    }

    @GetMapping("/{id:\\d{1,18}}")
    RequestView read(@PathVariable Long id) {
        return agreements.read(id);
    }

    @PutMapping("/{id:\\d{1,18}}")
    RequestView save(@PathVariable Long id, @RequestBody Answers answers) {
        return agreements.save(id, answers.version(), answers.lines());
    }
}
