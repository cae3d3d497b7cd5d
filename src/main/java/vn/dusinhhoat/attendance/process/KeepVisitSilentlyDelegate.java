package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.HostObjections;
import vn.dusinhhoat.platform.CallableFromModel;

/** Nobody looked at what the host committee said: the visit stands, and says so (ruling A6). */
@Component("keepVisitSilently")
@CallableFromModel
class KeepVisitSilentlyDelegate implements JavaDelegate {

    private final HostObjections objections;

    KeepVisitSilentlyDelegate(HostObjections objections) {
        this.objections = objections;
    }

    @Override
    public void execute(DelegateExecution execution) {
        objections.decide(AttendanceProcess.visitId(execution), true, null);
    }
}
