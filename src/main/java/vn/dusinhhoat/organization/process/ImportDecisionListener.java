package vn.dusinhhoat.organization.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.organization.imports.ImportDecision;
import vn.dusinhhoat.organization.imports.OrganizationImports;
import vn.dusinhhoat.platform.CallableFromModel;
import vn.dusinhhoat.platform.TakesFromForm;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.Decisions;

/** Completing a task of an import records who decided what; without a decision the task stays open. */
@Component("importDecision")
@CallableFromModel
@TakesFromForm(ImportDecisionListener.DECISION)
class ImportDecisionListener implements TaskListener {

    static final String DECISION = "decision";

    private final OrganizationImports imports;
    private final Caller caller;

    ImportDecisionListener(OrganizationImports imports, Caller caller) {
        this.imports = imports;
        this.caller = caller;
    }

    @Override
    public void notify(DelegateTask task) {
        ImportDecision decision = Decisions.of(ImportDecision.class, task.getVariable(DECISION));
        ImportDecision positive = "task_fixWorkbook".equals(task.getTaskDefinitionKey()) ? ImportDecision.CHECK : ImportDecision.APPLY;
        if (decision != positive && decision != ImportDecision.CANCEL) {
            throw Decisions.undecided();
        }
        imports.decide(OrganizationImportProcess.importId(task.getExecution()), decision, caller.userId());
        task.getExecution().setVariable(DECISION, decision.name());
    }
}
