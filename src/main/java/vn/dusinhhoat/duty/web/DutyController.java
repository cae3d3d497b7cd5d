package vn.dusinhhoat.duty.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.dusinhhoat.duty.Cadence;
import vn.dusinhhoat.duty.DutyStarts;
import vn.dusinhhoat.duty.DutyTables;
import vn.dusinhhoat.duty.OpenPeriods;
import vn.dusinhhoat.duty.Rehearsal;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.Search;
import vn.dusinhhoat.platform.Typed;

/** Beginning of duties, periods and their rehearsal; administrators only, for others there is no such thing. */
@RestController
@RequestMapping("/camunda/api/duties")
class DutyController {

    record Start(Long unitId, LocalDate startsOn, boolean noticesMuted) {
    }

    record UnitOnly(Long unitId) {
    }

    record TableOnly(@Typed(value = "bảng", as = Typed.Shape.LINE) String id) {
    }

    record CadenceOnly(Cadence cadence) {
    }

    private final DutyStarts starts;
    private final OpenPeriods periods;
    private final Rehearsal rehearsal;
    private final DutyTables tables;
    private final Caller caller;

    DutyController(DutyStarts starts, OpenPeriods periods, Rehearsal rehearsal, DutyTables tables, Caller caller) {
        this.starts = starts;
        this.periods = periods;
        this.rehearsal = rehearsal;
        this.tables = tables;
        this.caller = caller;
    }

    @GetMapping("/starts")
    List<DutyStarts.Start> starts() {
        caller.requireAdministrator();
        return starts.all();
    }

    @PostMapping("/units")
    List<DutyStarts.Unit> units(@RequestBody Search search) {
        caller.requireAdministrator();
        return starts.find(search.name());
    }

    @PostMapping("/starts")
    List<DutyStarts.Start> set(@RequestBody Start start) {
        caller.requireAdministrator();
        starts.set(start.unitId(), start.startsOn(), start.noticesMuted(), caller.userId());
        return starts.all();
    }

    @PostMapping("/starts/clear")
    List<DutyStarts.Start> clear(@RequestBody UnitOnly unit) {
        caller.requireAdministrator();
        starts.clear(unit.unitId());
        return starts.all();
    }

    @GetMapping("/periods")
    Map<String, Object> periods() {
        caller.requireAdministrator();
        return Map.of("open", periods.open(), "next", periods.next());
    }

    @GetMapping("/rehearsal")
    Rehearsal.Plan rehearse(@RequestParam Cadence cadence) {
        caller.requireAdministrator();
        return rehearsal.plan(cadence);
    }

    @GetMapping("/rehearsal/lines")
    List<Rehearsal.Line> lines(@RequestParam Cadence cadence, @RequestParam Long unit) {
        caller.requireAdministrator();
        return rehearsal.lines(cadence, unit);
    }

    @PostMapping("/open")
    Map<String, String> open(@RequestBody CadenceOnly which) {
        caller.requireAdministrator();
        return Map.of("period", periods.openEarly(which.cadence()));
    }

    @PostMapping("/catch-up")
    Map<String, Boolean> catchUp() {
        caller.requireAdministrator();
        periods.catchUp();
        return Map.of("begun", true);
    }

    @GetMapping("/tables")
    List<DutyTables.Table> tables() {
        caller.requireAdministrator();
        return tables.all();
    }

    @PostMapping("/tables")
    List<DutyTables.Table> putInForce(@RequestBody TableOnly table) {
        caller.requireAdministrator();
        tables.putInForce(table.id());
        return tables.all();
    }
}
