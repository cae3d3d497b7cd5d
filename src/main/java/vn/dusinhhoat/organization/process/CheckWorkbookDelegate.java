package vn.dusinhhoat.organization.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.organization.imports.OrganizationImports;
import vn.dusinhhoat.platform.CallableFromModel;

/** Checks the uploaded workbook as a whole. */
@Component("checkWorkbook")
@CallableFromModel
class CheckWorkbookDelegate implements JavaDelegate {

    private final OrganizationImports imports;

    CheckWorkbookDelegate(OrganizationImports imports) {
        this.imports = imports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("faultless", imports.check(OrganizationImportProcess.importId(execution)));
    }
}
