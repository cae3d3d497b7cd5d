package vn.dusinhhoat.attendance;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes and reads the facts of visits. */
@Component
public class VisitLog {

    private final AttendanceRepositories.Events events;
    private final Clock clock;

    VisitLog(AttendanceRepositories.Events events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /** In the transaction of the fact itself, or not at all. */
    @Transactional(propagation = Propagation.MANDATORY)
    void record(Long visitId, String actor, VisitEvent.Kind kind, String detail) {
        events.saveAndFlush(new VisitEvent(visitId, clock.instant(), actor, kind, detail));
    }

    /** The story of a visit, oldest first. */
    @Transactional(readOnly = true)
    public List<VisitEvent> storyOf(Long visitId) {
        return events.findByVisitIdOrderById(visitId);
    }
}
