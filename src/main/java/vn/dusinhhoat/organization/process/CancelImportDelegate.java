package vn.dusinhhoat.organization.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.organization.imports.OrganizationImports;
import vn.dusinhhoat.platform.CallableFromModel;

/** Closes an import that was given up; the organisation stays as it is. */
@Component("cancelImport")
@CallableFromModel
class CancelImportDelegate implements JavaDelegate {

    private final OrganizationImports imports;

    CancelImportDelegate(OrganizationImports imports) {
        this.imports = imports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        imports.cancel(OrganizationImportProcess.importId(execution));
    }
}
