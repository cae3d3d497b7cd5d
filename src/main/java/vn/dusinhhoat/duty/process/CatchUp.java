package vn.dusinhhoat.duty.process;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.dusinhhoat.duty.Cycle;
import vn.dusinhhoat.duty.CycleProcess;
import vn.dusinhhoat.duty.DutyStarts;
import vn.dusinhhoat.organization.OrganizationChanged;
import vn.dusinhhoat.platform.ModelsDeployed;
import vn.dusinhhoat.platform.StartupStep;

/**
 * "Chạy bù kỳ": a start timer fires once however many dates have passed, and an overdue one is lost with a new version of
 * its diagram (rows T7, T8). So whenever the application starts, a model or the organisation changes, what is due is
 * compared with what is there.
 */
@Component
@Order(StartupStep.DUTIES)
class CatchUp implements StartupStep {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    private final Cycle cycle;
    private final CycleProcess process;
    private final DutyStarts starts;
    private volatile boolean started;

    CatchUp(Cycle cycle, CycleProcess process, DutyStarts starts) {
        this.cycle = cycle;
        this.process = process;
        this.starts = starts;
    }

    @Override
    @Transactional
    public void run() {
        started = true;
        beginIfBehind("at start");
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void modelsDeployed(ModelsDeployed deployed) {
        // Before, not all models are there.
        if (started) {
            beginIfBehind("after a deployment");
        }
    }

    /** Together with the change: who joined or left in the middle of a period owes a part of it (situation C8). */
    @EventListener
    public void organizationChanged(OrganizationChanged changed) {
        if (started && starts.earliest().isPresent()) {
            process.begin();
        }
    }

    private void beginIfBehind(String when) {
        if (cycle.isBehind()) {
            LOG.info("Periods or duties are missing {}: they are made now", when);
            process.begin();
        }
    }
}
