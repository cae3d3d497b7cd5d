package vn.dusinhhoat.testing;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Which elements and flows of a diagram cases have passed, by the history of the engine. */
public class PassedElements {

    private final RepositoryService repository;
    private final HistoryService history;

    public PassedElements(RepositoryService repository, HistoryService history) {
        this.repository = repository;
        this.history = history;
    }

    /** Ids of the newest diagram of the process that none of these cases has passed. */
    public Set<String> missed(String process, Collection<HistoricProcessInstance> cases) {
        String diagram = repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult().getId();
        var model = repository.getBpmnModelInstance(diagram);
        List<SequenceFlow> flows = model.getModelElementsByType(SequenceFlow.class).stream().filter(flow -> isOf(process, flow)).toList();
        Set<String> missed = new TreeSet<>();
        Stream.concat(model.getModelElementsByType(FlowNode.class).stream().filter(node -> isOf(process, node)).map(FlowNode::getId),
                flows.stream().map(SequenceFlow::getId)).forEach(missed::add);
        for (HistoricProcessInstance each : cases) {
            List<HistoricActivityInstance> steps = history.createHistoricActivityInstanceQuery().processInstanceId(each.getId())
                    .orderPartiallyByOccurrence().asc().list();
            steps.forEach(step -> missed.remove(step.getActivityId()));
            flows.stream().filter(flow -> isPassed(flow, steps)).forEach(flow -> missed.remove(flow.getId()));
        }
        return missed;
    }

    private static boolean isOf(String process, ModelElementInstance element) {
        ModelElementInstance owner = element;
        while (!(owner instanceof Process)) {
            owner = owner.getParentElement();
        }
        return ((Process) owner).getId().equals(process);
    }

    /** The history names no flows: it is the only one out of what was completed, the only one into what was reached, or one came right after the other. */
    private static boolean isPassed(SequenceFlow flow, List<HistoricActivityInstance> steps) {
        String source = flow.getSource().getId();
        String target = flow.getTarget().getId();
        Set<String> completed = new HashSet<>();
        Set<String> reached = new HashSet<>();
        for (HistoricActivityInstance step : steps) {
            reached.add(step.getActivityId());
            if (step.getEndTime() != null && !step.isCanceled()) {
                completed.add(step.getActivityId());
            }
        }
        boolean onlyWayOut = flow.getSource().getOutgoing().size() == 1 && completed.contains(source);
        boolean onlyWayIn = flow.getTarget().getIncoming().size() == 1 && reached.contains(target);
        return onlyWayOut || onlyWayIn || isFollowed(source, target, steps);
    }

    private static boolean isFollowed(String source, String target, List<HistoricActivityInstance> steps) {
        for (int n = 1; n < steps.size(); n++) {
            if (steps.get(n - 1).getActivityId().equals(source) && steps.get(n).getActivityId().equals(target)) {
                return true;
            }
        }
        return false;
    }
}
