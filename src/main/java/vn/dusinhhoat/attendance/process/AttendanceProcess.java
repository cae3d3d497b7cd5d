package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.VisitProcess;
import vn.dusinhhoat.platform.OwnerUnit;

/** Starts the cases of visits; the business key is the visit's id. */
@Component
class AttendanceProcess implements VisitProcess {

    private static final String ATTENDANCE = "attendance";

    private final ObjectProvider<RuntimeService> runtime;

    AttendanceProcess(ObjectProvider<RuntimeService> runtime) {
        this.runtime = runtime;
    }

    @Override
    public void start(Long visitId, String ownerUnit) {
        OwnerUnit.startFor(ownerUnit,
                () -> runtime.getObject().startProcessInstanceByKey(ATTENDANCE, String.valueOf(visitId)));
    }

    static Long visitId(DelegateExecution execution) {
        return Long.valueOf(execution.getProcessBusinessKey());
    }
}
