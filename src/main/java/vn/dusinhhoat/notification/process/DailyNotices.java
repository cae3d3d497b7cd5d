package vn.dusinhhoat.notification.process;

import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.notification.Sending;

/** The process "Nhắc việc hằng ngày" as its own steps and the sending thread see it. */
@Component
class DailyNotices {

    /** Variable: the due rows of the decision table, "KIND:days" joined by commas. */
    static final String MOMENTS = "moments";
    /** Variable: what is left after a batch. */
    static final String SENDING = "sending";

    private static final Logger LOG = LoggerFactory.getLogger(DailyNotices.class);
    private static final String BATCH_SENT = "daily-notices.batchSent";

    private final ObjectProvider<RuntimeService> runtime;

    DailyNotices(ObjectProvider<RuntimeService> runtime) {
        this.runtime = runtime;
    }

    /** A batch is through: the run goes on. */
    void batchSent(String runId, Sending left) {
        try {
            runtime.getObject().createMessageCorrelation(BATCH_SENT).processInstanceId(runId).setVariable(SENDING, left.name()).correlate();
        } catch (MismatchingMessageCorrelationException e) {
            LOG.info("A batch of notices was through after its run had gone on without it");
        }
    }
}
