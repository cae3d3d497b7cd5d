package vn.dusinhhoat.notification.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.dusinhhoat.notification.MailServer;
import vn.dusinhhoat.notification.NoticeOverview;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.TimeZones;

/** "Thư nhắc việc": what went out and what waits, in numbers, for administrators; nobody else learns that there is such a list. */
@RestController
@RequestMapping("/camunda/api/notices")
class NoticeController {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy").withZone(TimeZones.VIETNAM);

    /** A kind in a state; texts are Vietnamese. */
    record CountLine(String kind, String kindLabel, String state, String stateLabel, int number) {
    }

    /**
     * The last 14 days.
     *
     * @param waitingMinutes age of the oldest that waits; null when none does
     * @param downSince      when the server last stopped taking mails; null while it does
     */
    record View(boolean serverSetUp, String downSince, Long waitingMinutes, List<CountLine> counts) {
    }

    private final NoticeOverview notices;
    private final MailServer server;
    private final Caller caller;
    private final Clock clock;

    NoticeController(NoticeOverview notices, MailServer server, Caller caller, Clock clock) {
        this.notices = notices;
        this.server = server;
        this.caller = caller;
        this.clock = clock;
    }

    @GetMapping
    View ofTheLastDays() {
        caller.requireAdministrator();
        Instant now = clock.instant();
        return new View(server.isSetUp(), notices.downSince().map(TIME::format).orElse(null),
                notices.oldestWaiting().map(oldest -> Math.max(0, Duration.between(oldest, now).toMinutes())).orElse(null),
                notices.counts().stream().map(each -> new CountLine(each.kind().name(), each.kind().label(), each.state().name(),
                        each.state().label(), each.number())).toList());
    }
}
