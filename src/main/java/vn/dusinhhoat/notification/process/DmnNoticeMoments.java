package vn.dusinhhoat.notification.process;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.notification.Moment;
import vn.dusinhhoat.notification.NoticeKind;
import vn.dusinhhoat.notification.NoticeMoments;
import vn.dusinhhoat.platform.Caller;

/** Evaluates {@code processes/notice-moments.dmn} in its newest deployed version. */
@Component
class DmnNoticeMoments implements NoticeMoments {

    private static final String DECISION = "notice-moments";
    private static final int HOUR = 100;

    private final ObjectProvider<DecisionService> decisions;
    private final Caller caller;

    DmnNoticeMoments(ObjectProvider<DecisionService> decisions, Caller caller) {
        this.decisions = decisions;
        this.caller = caller;
    }

    @Override
    public List<Moment> at(LocalTime time) {
        // As people write it in the table: 2030 is half past eight in the evening.
        int clock = time.getHour() * HOUR + time.getMinute();
        return caller.asSystem(() -> decisions.getObject().evaluateDecisionByKey(DECISION).variables(Map.of("time", clock)).evaluate())
                .stream().map(DmnNoticeMoments::toMoment).distinct().toList();
    }

    private static Moment toMoment(DmnDecisionResultEntries row) {
        return new Moment(NoticeKind.valueOf(row.getEntry("moment")), ((Number) row.getEntry("days")).intValue());
    }
}
