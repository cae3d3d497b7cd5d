package vn.dusinhhoat.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.dusinhhoat.notification.NoticeBatch;
import vn.dusinhhoat.platform.CallableFromModel;

/** Hands a batch to the sending thread, once the run waits for its end: a job's transaction never spans a batch. */
@Component("sendNotices")
@CallableFromModel
class SendNoticesDelegate implements JavaDelegate {

    private final NoticeBatch batch;
    private final DailyNotices process;

    SendNoticesDelegate(NoticeBatch batch, DailyNotices process) {
        this.batch = batch;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String runId = execution.getProcessInstanceId();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                batch.begin(runId, left -> process.batchSent(runId, left));
            }
        });
    }
}
