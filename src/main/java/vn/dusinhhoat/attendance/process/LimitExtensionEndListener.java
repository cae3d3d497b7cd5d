package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.extension.LimitExtensions;
import vn.dusinhhoat.platform.CallableFromModel;

/** A case that ends otherwise than drawn, deleted in Cockpit for instance, leaves no extension that waits. */
@Component("limitExtensionEnd")
@CallableFromModel
class LimitExtensionEndListener implements ExecutionListener {

    private final LimitExtensions extensions;

    LimitExtensionEndListener(LimitExtensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (execution.getProcessBusinessKey() != null) {
            extensions.cancel(LimitExtensionProcess.extensionId(execution));
        }
    }
}
