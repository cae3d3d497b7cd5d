package vn.dusinhhoat.duty.web;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dusinhhoat.duty.DutiesWithoutCell;
import vn.dusinhhoat.platform.Caller;

/** "Đồng chí chưa có chi bộ để dự": for the staff of a unit, about it and all below it; for others the list is empty. */
@RestController
@RequestMapping("/camunda/api/duties/without-cell")
class DutiesWithoutCellController {

    private static final int LAST_PAGE = 1_000;

    /** One page, and whether there is a next one. */
    record Page(List<DutiesWithoutCell.Line> items, boolean more) {
    }

    private final DutiesWithoutCell duties;
    private final Caller caller;

    DutiesWithoutCellController(DutiesWithoutCell duties, Caller caller) {
        this.duties = duties;
        this.caller = caller;
    }

    @GetMapping
    Page seen(@RequestParam(defaultValue = "0") int page) {
        List<DutiesWithoutCell.Line> found = duties.seenBy(caller.userId(), Math.min(LAST_PAGE, Math.max(0, page)));
        return new Page(found.stream().limit(DutiesWithoutCell.PAGE).toList(), found.size() > DutiesWithoutCell.PAGE);
    }
}
