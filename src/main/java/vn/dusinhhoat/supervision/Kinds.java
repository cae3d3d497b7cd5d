package vn.dusinhhoat.supervision;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.Caller;

/** Kinds of work on the board: what contexts say of their tasks, and the diagram's own name for every other task. */
@Component
class Kinds {

    private record Drawn(String process, Map<String, String> names, Map<String, String> documentation, Set<String> ofBodies) {
    }

    private final List<WatchedTasks> watched;
    private final Map<String, WatchedKind> byPlace = new LinkedHashMap<>();
    private final Map<String, Drawn> drawn = new ConcurrentHashMap<>();
    private final ObjectProvider<RepositoryService> repository;
    private final Caller caller;
    private final JdbcClient sql;

    Kinds(List<WatchedTasks> watched, ObjectProvider<RepositoryService> repository, Caller caller, JdbcClient sql) {
        this.sql = sql;
        this.watched = watched;
        this.repository = repository;
        this.caller = caller;
        watched.stream().flatMap(each -> each.kinds().stream()).forEach(kind -> byPlace.put(place(kind.process(), kind.element()), kind));
    }

    /** The kind of a task by the version of the diagram it stands on. */
    WatchedKind of(String definitionId, String element) {
        String process = processOf(definitionId);
        WatchedKind known = byPlace.get(place(process, element));
        return known != null ? known : new WatchedKind(place(process, element), drawnName(definitionId, element), process, element, Set.of());
    }

    /** The tasks of a kind; empty when there is no such kind. */
    List<WatchedKind> withCode(String code) {
        List<WatchedKind> known = byPlace.values().stream().filter(kind -> kind.code().equals(code)).toList();
        int dot = code.indexOf('.');
        return !known.isEmpty() || dot < 0 ? known
                : List.of(new WatchedKind(code, code, code.substring(0, dot), code.substring(dot + 1), Set.of()));
    }

    /** Label of each kind that a context knows, by code, in the order in which they are told. */
    Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        byPlace.values().forEach(kind -> labels.putIfAbsent(kind.code(), kind.label()));
        return labels;
    }

    /** Tasks that bodies owe, on all diagrams that are deployed. */
    String[] elementsOfBodies() {
        return sql.sql("select id_ from act_re_procdef").query(String.class).list().stream()
                .flatMap(definition -> drawn(definition).ofBodies().stream()).distinct().toArray(String[]::new);
    }

    /** Whether a body owes it, whoever has taken it; else the assignee does. */
    boolean isOfBody(String definitionId, String element) {
        return drawn(definitionId).ofBodies().contains(element);
    }

    /** The context that knows the tasks of a process; empty for a process that only the engine knows. */
    Optional<WatchedTasks> knowing(String process) {
        return watched.stream().filter(each -> each.kinds().stream().anyMatch(kind -> kind.process().equals(process))).findFirst();
    }

    /** What the cases of a process are about, as far as a context says. */
    Map<Long, Subject> subjects(String process, Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : knowing(process).map(each -> each.subjects(process, ids)).orElse(Map.of());
    }

    /** Name of the task on the diagram. */
    String drawnName(String definitionId, String element) {
        return drawn(definitionId).names().getOrDefault(element, element);
    }

    /** What the diagram says about the task; null when nothing. */
    String documentation(String definitionId, String element) {
        return drawn(definitionId).documentation().get(element);
    }

    /** Name of the process. */
    String processName(String definitionId) {
        return drawn(definitionId).process();
    }

    private Drawn drawn(String definitionId) {
        return drawn.computeIfAbsent(definitionId, id -> {
            Map<String, String> names = new HashMap<>();
            Map<String, String> documentation = new HashMap<>();
            Set<String> ofBodies = new HashSet<>();
            BpmnModelInstance model = model(id);
            model.getModelElementsByType(UserTask.class).forEach(task -> {
                names.put(task.getId(), task.getName() == null ? task.getId() : task.getName());
                if (task.getCamundaAssignee() == null && task.getCamundaCandidateGroups() != null) {
                    ofBodies.add(task.getId());
                }
                task.getDocumentations().forEach(text -> documentation.put(task.getId(), text.getTextContent().strip()));
            });
            String process = model.getModelElementsByType(Process.class).stream().map(Process::getName).filter(Objects::nonNull).findFirst()
                    .orElse(processOf(id));
            return new Drawn(process, names, documentation, ofBodies);
        });
    }

    /** The diagram. Whoever looks at the board need not have the right to read it. */
    BpmnModelInstance model(String definitionId) {
        return caller.asSystem(() -> repository.getObject().getBpmnModelInstance(definitionId));
    }

    /** The engine's ids of definitions begin with the process id. */
    static String processOf(String definitionId) {
        int colon = definitionId.indexOf(':');
        return colon < 0 ? definitionId : definitionId.substring(0, colon);
    }

    private static String place(String process, String element) {
        return process + "." + element;
    }
}
