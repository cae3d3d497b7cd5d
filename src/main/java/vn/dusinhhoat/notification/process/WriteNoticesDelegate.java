package vn.dusinhhoat.notification.process;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.notification.Moment;
import vn.dusinhhoat.notification.NoticeKind;
import vn.dusinhhoat.notification.NoticeSelection;
import vn.dusinhhoat.platform.CallableFromModel;

/** Writes the outbox for the chosen moments. */
@Component("writeNotices")
@CallableFromModel
class WriteNoticesDelegate implements JavaDelegate {

    private final NoticeSelection selection;

    WriteNoticesDelegate(NoticeSelection selection) {
        this.selection = selection;
    }

    @Override
    public void execute(DelegateExecution execution) {
        selection.write(execution.getProcessInstanceId(), moments((String) execution.getVariable(DailyNotices.MOMENTS)));
    }

    private static List<Moment> moments(String chosen) {
        return Arrays.stream(chosen.split(",")).filter(each -> !each.isEmpty()).map(each -> each.split(":"))
                .map(each -> new Moment(NoticeKind.valueOf(each[0]), Integer.parseInt(each[1]))).toList();
    }
}
