package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.HostObjections;
import vn.dusinhhoat.platform.CallableFromModel;

/** The host committee said nothing in time: it has agreed (ruling A6). */
@Component("hostAgreed")
@CallableFromModel
class HostAgreedListener implements ExecutionListener {

    private final HostObjections objections;

    HostAgreedListener(HostObjections objections) {
        this.objections = objections;
    }

    @Override
    public void notify(DelegateExecution execution) {
        objections.agreeSilently(AttendanceProcess.visitId(execution));
    }
}
