package vn.dusinhhoat.planning.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.planning.PlanReminders;
import vn.dusinhhoat.platform.CallableFromModel;

/** Reminds the host before its silence counts as agreement (ruling A6). */
@Component("remindHost")
@CallableFromModel
class RemindHostDelegate implements JavaDelegate {

    private final PlanReminders reminders;

    RemindHostDelegate(PlanReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.remindHost(PlanCases.id(execution));
    }
}
