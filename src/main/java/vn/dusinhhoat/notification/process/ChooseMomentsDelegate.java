package vn.dusinhhoat.notification.process;

import java.time.Clock;
import java.time.LocalTime;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.notification.NoticeMoments;
import vn.dusinhhoat.platform.CallableFromModel;

/** Asks the decision table which notices are to be there by now. */
@Component("chooseMoments")
@CallableFromModel
class ChooseMomentsDelegate implements JavaDelegate {

    private final NoticeMoments moments;
    private final Clock clock;

    ChooseMomentsDelegate(NoticeMoments moments, Clock clock) {
        this.moments = moments;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(DailyNotices.MOMENTS, moments.at(LocalTime.now(clock)).stream()
                .map(each -> each.kind() + ":" + each.daysAhead()).collect(Collectors.joining(",")));
    }
}
