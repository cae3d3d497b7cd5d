package vn.dusinhhoat.organization.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.CallableFromModel;

/** An import begins with its file and not otherwise. */
@Component("importStart")
@CallableFromModel
class ImportStartListener implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        OrganizationImportProcess.importId(execution);
    }
}
