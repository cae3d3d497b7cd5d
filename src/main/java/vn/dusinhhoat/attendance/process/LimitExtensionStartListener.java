package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.extension.LimitExtensions;
import vn.dusinhhoat.platform.CallableFromModel;

/** An extension begins with what its form has written down, once, and not otherwise. */
@Component("limitExtensionStart")
@CallableFromModel
class LimitExtensionStartListener implements ExecutionListener {

    private final LimitExtensions extensions;

    LimitExtensionStartListener(LimitExtensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public void notify(DelegateExecution execution) {
        extensions.begin(LimitExtensionProcess.extensionId(execution));
    }
}
