package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.extension.LimitExtensions;
import vn.dusinhhoat.platform.CallableFromModel;

/** Puts the document in force and moves the limits that are there, in one transaction. */
@Component("applyLimitExtension")
@CallableFromModel
class ApplyLimitExtensionDelegate implements JavaDelegate {

    private final LimitExtensions extensions;

    ApplyLimitExtensionDelegate(LimitExtensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        extensions.apply(LimitExtensionProcess.extensionId(execution));
    }
}
