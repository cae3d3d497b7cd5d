package vn.dusinhhoat.organization.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.organization.imports.OrganizationImports;
import vn.dusinhhoat.platform.CallableFromModel;

/** Applies the checked workbook in one transaction. */
@Component("applyWorkbook")
@CallableFromModel
class ApplyWorkbookDelegate implements JavaDelegate {

    private final OrganizationImports imports;

    ApplyWorkbookDelegate(OrganizationImports imports) {
        this.imports = imports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("applied", imports.apply(OrganizationImportProcess.importId(execution)));
    }
}
