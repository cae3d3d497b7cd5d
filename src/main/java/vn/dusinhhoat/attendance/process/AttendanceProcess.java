package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.VisitProcess;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.OwnerUnit;
import vn.dusinhhoat.platform.RuleViolation;

/** Starts the cases of visits; the business key is the visit's id. */
@Component
class AttendanceProcess implements VisitProcess {

    /** Variable: whether the report was sent. */
    static final String REPORTED = "reported";
    private static final String ATTENDANCE = "attendance";

    private final ObjectProvider<RuntimeService> runtime;
    private final Caller caller;

    AttendanceProcess(ObjectProvider<RuntimeService> runtime, Caller caller) {
        this.runtime = runtime;
        this.caller = caller;
    }

    @Override
    public void start(Long visitId, String ownerUnit) {
        OwnerUnit.startFor(ownerUnit,
                () -> runtime.getObject().startProcessInstanceByKey(ATTENDANCE, String.valueOf(visitId)));
    }

    @Override
    public void withdrawn(Long visitId) {
        tell(visitId, "attendance-report.withdrawn");
    }

    @Override
    public void moved(Long visitId) {
        tell(visitId, "attendance.moved");
    }

    @Override
    public void absent(Long visitId) {
        tell(visitId, "attendance.absent");
    }

    @Override
    public void notHeld(Long visitId) {
        tell(visitId, "attendance.notHeld");
    }

    @Override
    public boolean ended(Long visitId) {
        return caller.asSystem(() -> !correlation(visitId, "attendance.ended").correlateAllWithResult().isEmpty());
    }

    /** In the name of the system: the visitor has no right to the case itself, only to their visit. */
    private void tell(Long visitId, String message) {
        try {
            caller.asSystem(() -> correlation(visitId, message).correlateWithResult());
        } catch (MismatchingMessageCorrelationException e) {
            throw new RuleViolation("Lượt dự này chạy theo sơ đồ quy trình cũ, chưa làm được việc này: đề nghị báo quản trị hệ thống.");
        }
    }

    private MessageCorrelationBuilder correlation(Long visitId, String message) {
        return runtime.getObject().createMessageCorrelation(message).processInstanceBusinessKey(String.valueOf(visitId));
    }

    static Long visitId(DelegateExecution execution) {
        return Long.valueOf(execution.getProcessBusinessKey());
    }
}
