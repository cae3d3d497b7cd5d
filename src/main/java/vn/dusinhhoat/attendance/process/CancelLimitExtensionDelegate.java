package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.extension.LimitExtensions;
import vn.dusinhhoat.platform.CallableFromModel;

/** Closes an extension that was given up; limits stay as they are. */
@Component("cancelLimitExtension")
@CallableFromModel
class CancelLimitExtensionDelegate implements JavaDelegate {

    private final LimitExtensions extensions;

    CancelLimitExtensionDelegate(LimitExtensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        extensions.cancel(LimitExtensionProcess.extensionId(execution));
    }
}
