package vn.dusinhhoat.duty.process;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.duty.Cadence;
import vn.dusinhhoat.duty.Openings;
import vn.dusinhhoat.platform.Caller;

/** Reads the days on which periods are opened from the timers of {@code attendance-cycle.bpmn} in their newest version. */
@Component
class DiagramOpenings implements Openings {

    private static final String PROCESS = "attendance-cycle-";

    private final ObjectProvider<RepositoryService> repository;
    private final Caller caller;

    DiagramOpenings(ObjectProvider<RepositoryService> repository, Caller caller) {
        this.repository = repository;
        this.caller = caller;
    }

    @Override
    public List<LocalDateTime> between(Cadence cadence, LocalDateTime after, LocalDateTime until) {
        List<LocalDateTime> openings = new ArrayList<>();
        scheduleOf(cadence).ifPresent(schedule -> {
            for (LocalDateTime next = schedule.next(after); next != null && !next.isAfter(until); next = schedule.next(next)) {
                openings.add(next);
            }
        });
        return openings;
    }

    /** The engine reads the same text with a copy of the same class (row T4). */
    private Optional<CronExpression> scheduleOf(Cadence cadence) {
        String key = PROCESS + cadence.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return caller.asSystem(() -> Optional.ofNullable(newest(key)).map(definition -> repository.getObject()
                .getBpmnModelInstance(definition.getId()).<Process>getModelElementById(key).getChildElementsByType(StartEvent.class).stream()
                .flatMap(start -> start.getChildElementsByType(TimerEventDefinition.class).stream()).findFirst().orElseThrow())
                .map(timer -> CronExpression.parse(timer.getTimeCycle().getTextContent().strip())));
    }

    private ProcessDefinition newest(String key) {
        return repository.getObject().createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult();
    }
}
