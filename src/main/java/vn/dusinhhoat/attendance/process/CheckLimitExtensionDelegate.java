package vn.dusinhhoat.attendance.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.extension.LimitExtensions;
import vn.dusinhhoat.platform.CallableFromModel;
import vn.dusinhhoat.platform.Caller;

/** All communes lie within the reach of who starts; otherwise nothing is started. */
@Component("checkLimitExtension")
@CallableFromModel
class CheckLimitExtensionDelegate implements JavaDelegate {

    private final LimitExtensions extensions;
    private final Caller caller;

    CheckLimitExtensionDelegate(LimitExtensions extensions, Caller caller) {
        this.extensions = extensions;
        this.caller = caller;
    }

    @Override
    public void execute(DelegateExecution execution) {
        extensions.checkScope(LimitExtensionProcess.extensionId(execution), caller.userId(), caller.isAdministrator());
    }
}
