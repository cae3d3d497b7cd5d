package vn.dusinhhoat.attendance.web;

import java.time.Clock;
import java.time.YearMonth;
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
import vn.dusinhhoat.attendance.HostObjections;
import vn.dusinhhoat.attendance.HostOpinion;
import vn.dusinhhoat.attendance.HostVisits.Line;
import vn.dusinhhoat.attendance.HostVisits;
import vn.dusinhhoat.attendance.VisitOrigin;
import vn.dusinhhoat.attendance.VisitState;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.Typed;

/** "Lịch các đồng chí cấp ủy về dự sinh hoạt": who comes to the cells of the caller's commune. Others' visits: 404. */
@RestController
@RequestMapping("/camunda/api/attendance/host")
class HostController {

    private static final int LAST_PAGE = 500;

    /** A visit; texts are Vietnamese. Why somebody does not come is not said. */
    record HostLine(Long id, String visitor, String posts, String cell, String meetingAt, String state, String opinion,
                    boolean mayObject, int sameMeeting) {
    }

    record HostPage(String month, List<HostLine> items, boolean more) {
    }

    record Objection(@Typed("nội dung cần xem lại") String reason) {
    }

    private final HostVisits visits;
    private final HostObjections objections;
    private final Caller caller;
    private final Clock clock;

    HostController(HostVisits visits, HostObjections objections, Caller caller, Clock clock) {
        this.visits = visits;
        this.objections = objections;
        this.caller = caller;
        this.clock = clock;
    }

    /** Tells Tasklist whether to offer the pages of a host. */
    @GetMapping("/is-host")
    Map<String, Boolean> isHost() {
        return Map.of("host", visits.isHost(caller.userId()));
    }

    @GetMapping("/visits")
    HostPage inMonth(@RequestParam(required = false) YearMonth month, @RequestParam(defaultValue = "0") int page) {
        YearMonth shown = month == null ? YearMonth.now(clock) : month;
        List<Line> found = visits.in(caller.userId(), shown, Math.min(LAST_PAGE, Math.max(0, page)));
        return new HostPage(shown.toString(), found.stream().limit(HostVisits.PAGE).map(HostController::line).toList(),
                found.size() > HostVisits.PAGE);
    }

    @PostMapping("/visits/{id}/objection")
    HostLine object(@PathVariable Long id, @RequestBody Objection objection) {
        objections.object(hosted(id).id(), objection.reason(), caller.userId());
        return line(hosted(id));
    }

    private Line hosted(Long id) {
        return visits.find(caller.userId(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static HostLine line(Line visit) {
        HostOpinion opinion = visit.hostOpinion();
        return new HostLine(visit.id(), visit.visitor(), visit.posts(), visit.cell(), ReportViews.time(visit.meetingAt().toInstant()),
                state(visit), opinion == null ? null : opinion.label(), visit.mayObject(), visit.sameMeeting());
    }

    private static String state(Line visit) {
        return switch (visit.state()) {
            case ABSENCE_PENDING, EXCUSED, CARRIED_OVER, MISSED -> "Không dự";
            case ATTENDED -> visit.origin() == VisitOrigin.EXTRA ? "Đã dự (ngoài kế hoạch)" : VisitState.ATTENDED.label();
            default -> visit.state().label();
        };
    }
}
