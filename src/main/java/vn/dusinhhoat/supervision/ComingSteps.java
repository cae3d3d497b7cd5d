package vn.dusinhhoat.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.calendar.Deadlines;
import vn.dusinhhoat.calendar.DrawnSpan;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.TimeZones;

/**
 * What a case does next when nobody does anything: its waiting timers, and behind each the further timers of its own version
 * of the diagram, reckoned from the one before.
 */
@Component
class ComingSteps {

    /** "${levelAbove}" or "${!levelAbove}". */
    private static final Pattern CONDITION = Pattern.compile("\\$\\{(!?)(\\w+)}");
    private static final String TIMERS = """
            select d.act_id_, j.duedate_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
            where j.process_instance_id_ = ? and j.type_ = 'timer' and j.duedate_ is not null order by j.duedate_""";

    /**
     * Something that happens by itself.
     *
     * @param element of the timer
     * @param certain whether the timer waits already; else the day is reckoned from the step before
     */
    public record Step(OffsetDateTime at, String element, String text, boolean certain) {
    }

    /** One walk through a diagram. */
    private final class Walk {

        private final Map<String, Object> variables;
        private final List<Step> steps = new ArrayList<>();
        private final Set<String> timers = new HashSet<>();
        private final Set<String> passed = new HashSet<>();

        private Walk(Map<String, Object> variables) {
            this.variables = variables;
        }

        /** What follows the timer, and the timers behind that. */
        private void from(FlowNode timer, OffsetDateTime at, boolean certain) {
            if (!timers.add(timer.getId())) {
                return;
            }
            FlowNode next = afterGateways(timer);
            boolean named = next instanceof Activity && next.getName() != null;
            steps.add(new Step(at, timer.getId(), named ? next.getName() : timer.getName(), certain));
            while (next != null && passed.add(next.getId())) {
                FlowNode waits = timerAt(next);
                if (waits != null) {
                    from(waits, dayAfter(at, waits), false);
                    return;
                }
                next = afterGateways(next);
            }
        }

        /** Where somebody or something is done next; deciding on the way is no step. */
        private FlowNode afterGateways(FlowNode node) {
            FlowNode next = next(node);
            while (decides(next) && passed.add(next.getId())) {
                next = next(next);
            }
            return decides(next) ? null : next;
        }

        private boolean decides(FlowNode node) {
            return node instanceof Gateway || node instanceof BusinessRuleTask;
        }

        private FlowNode next(FlowNode node) {
            return node.getOutgoing().stream().filter(this::isTaken).map(SequenceFlow::getTarget).findFirst().orElse(null);
        }

        /** What nobody has found out yet is held for not so. */
        private boolean isTaken(SequenceFlow flow) {
            if (flow.getConditionExpression() == null) {
                return true;
            }
            Matcher condition = CONDITION.matcher(flow.getConditionExpression().getTextContent().strip());
            return condition.matches() && Boolean.TRUE.equals(variables.get(condition.group(2))) == condition.group(1).isEmpty();
        }
    }

    private final Kinds kinds;
    private final Deadlines deadlines;
    private final ObjectProvider<RuntimeService> runtime;
    private final Caller caller;
    private final JdbcClient sql;

    ComingSteps(Kinds kinds, Deadlines deadlines, ObjectProvider<RuntimeService> runtime, Caller caller, JdbcClient sql) {
        this.kinds = kinds;
        this.deadlines = deadlines;
        this.runtime = runtime;
        this.caller = caller;
        this.sql = sql;
    }

    /** Steps of a case, soonest first. */
    List<Step> of(String instanceId, String definitionId) {
        BpmnModelInstance model = kinds.model(definitionId);
        Walk walk = new Walk(caller.asSystem(() -> runtime.getObject().getVariables(instanceId)));
        sql.sql(TIMERS).param(instanceId).query((row, n) -> Map.entry(row.getString(1), BoardTables.moment(row, 2))).list().forEach(waiting -> {
            if (model.getModelElementById(waiting.getKey()) instanceof FlowNode timer) {
                walk.from(timer, waiting.getValue(), true);
            }
        });
        return walk.steps.stream().sorted(Comparator.comparing(Step::at)).toList();
    }

    /** The timer that waits at the place: itself, or the one that ends the task there. */
    private static FlowNode timerAt(FlowNode place) {
        if (spanOf(place) != null) {
            return place;
        }
        return place.getModelInstance().getModelElementsByType(BoundaryEvent.class).stream().map(BoundaryEvent.class::cast)
                .filter(event -> event.cancelActivity() && event.getAttachedTo().equals(place) && spanOf(event) != null)
                .findFirst().orElse(null);
    }

    private static Period spanOf(FlowElement element) {
        return element.getChildElementsByType(TimerEventDefinition.class).stream().filter(timer -> timer.getTimeDate() != null)
                .flatMap(timer -> DrawnSpan.fromNow(timer.getTimeDate().getTextContent()).stream()).findFirst().orElse(null);
    }

    private OffsetDateTime dayAfter(OffsetDateTime before, FlowNode timer) {
        // What happens in the last second of a day is done on the next one.
        LocalDate done = before.plusSeconds(1).toLocalDate();
        return deadlines.afterBeginning(done, spanOf(timer)).at().atZone(TimeZones.VIETNAM).toOffsetDateTime();
    }
}
