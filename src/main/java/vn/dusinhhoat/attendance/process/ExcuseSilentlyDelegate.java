package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.VisitChanges;
import vn.dusinhhoat.platform.CallableFromModel;

/** Nobody decided about an absence: it is excused, and says so (ruling A6). */
@Component("excuseSilently")
@CallableFromModel
class ExcuseSilentlyDelegate implements JavaDelegate {

    private final VisitChanges changes;

    ExcuseSilentlyDelegate(VisitChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.decideAbsence(AttendanceProcess.visitId(execution), true, null);
    }
}
