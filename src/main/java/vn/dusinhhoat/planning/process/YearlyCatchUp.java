package vn.dusinhhoat.planning.process;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import vn.dusinhhoat.planning.CampaignOpening;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.ModelsDeployed;
import vn.dusinhhoat.platform.StartupStep;

/**
 * An overdue start timer is lost with a new version of its diagram (rows T7, T8): so whenever the application starts or a
 * model changes within a month after the day on the diagram, what that day ought to have begun is begun.
 */
@Component
@Order(StartupStep.DUTIES + 1)
class YearlyCatchUp implements StartupStep {

    private static final Logger LOG = LoggerFactory.getLogger(YearlyCatchUp.class);
    private static final String YEARLY = "annual-plan-yearly";

    private final ObjectProvider<RepositoryService> repository;
    private final CampaignOpening opening;
    private final Caller caller;
    private final Clock clock;
    private volatile boolean started;

    YearlyCatchUp(ObjectProvider<RepositoryService> repository, CampaignOpening opening, Caller caller, Clock clock) {
        this.repository = repository;
        this.opening = opening;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run() {
        started = true;
        beginIfDue();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void modelsDeployed(ModelsDeployed deployed) {
        // Before, not all models are there.
        if (started) {
            beginIfDue();
        }
    }

    private void beginIfDue() {
        LocalDateTime now = LocalDateTime.now(clock);
        boolean due = schedule().map(cron -> cron.next(now.minusMonths(1))).filter(day -> !day.isAfter(now)).isPresent();
        int begun = due ? opening.openDue() : 0;
        if (begun > 0) {
            LOG.info("{} plans of the year are begun that were due within the last month", begun);
        }
    }

    private Optional<CronExpression> schedule() {
        return caller.asSystem(() -> {
            ProcessDefinition newest = repository.getObject().createProcessDefinitionQuery().processDefinitionKey(YEARLY).latestVersion().singleResult();
            return Optional.ofNullable(newest).map(definition -> repository.getObject().getBpmnModelInstance(definition.getId())
                    .<Process>getModelElementById(YEARLY).getChildElementsByType(StartEvent.class).stream()
                    .flatMap(start -> start.getChildElementsByType(TimerEventDefinition.class).stream()).findFirst().orElseThrow())
                    .map(timer -> CronExpression.parse(timer.getTimeCycle().getTextContent().strip()));
        });
    }
}
