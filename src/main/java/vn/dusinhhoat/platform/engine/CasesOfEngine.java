package vn.dusinhhoat.platform.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.Cases;
import vn.dusinhhoat.platform.EngineCommands;
import vn.dusinhhoat.platform.OwnerUnit;

/** Starts and tells cases through the engine's services. */
@Component
class CasesOfEngine implements Cases {

    private final ObjectProvider<RuntimeService> runtime;
    private final ObjectProvider<RepositoryService> repository;
    private final ObjectProvider<EngineCommands> engine;
    private final ObjectProvider<Caller> caller;

    CasesOfEngine(ObjectProvider<RuntimeService> runtime, ObjectProvider<RepositoryService> repository, ObjectProvider<EngineCommands> engine,
                  ObjectProvider<Caller> caller) {
        this.runtime = runtime;
        this.repository = repository;
        this.engine = engine;
        this.caller = caller;
    }

    @Override
    public void start(String process, NewCase begun, Map<String, Object> variables) {
        asSystem(() -> OwnerUnit.startFor(begun.unitCode(), () -> runtime.getObject().startProcessInstanceByKey(process, key(begun.key()), variables)));
    }

    @Override
    public void startBy(String message, NewCase begun) {
        asSystem(() -> OwnerUnit.startFor(begun.unitCode(), () -> runtime.getObject().createMessageCorrelation(message)
                .processInstanceBusinessKey(key(begun.key())).correlateStartMessage()));
    }

    /** By the id of the diagram: asked for by its key, the engine would look for the latest one again for each case. */
    @Override
    public void startAll(String process, List<NewCase> begun) {
        asSystem(() -> {
            String diagram = repository.getObject().createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult().getId();
            engine.getObject().together(() -> begun.forEach(each -> OwnerUnit.startFor(each.unitCode(),
                    () -> runtime.getObject().startProcessInstanceById(diagram, key(each.key())))));
            return null;
        });
    }

    @Override
    public boolean tell(Long key, String message, Map<String, Object> variables) {
        return asSystem(() -> !runtime.getObject().createMessageCorrelation(message).processInstanceBusinessKey(key(key)).setVariables(variables)
                .correlateAllWithResult().isEmpty());
    }

    @Override
    public void tellAll(Collection<Long> keys, String message) {
        engine.getObject().together(() -> keys.forEach(key -> tell(key, message, Map.of())));
    }

    private <T> T asSystem(Supplier<T> work) {
        return caller.getObject().asSystem(work::get);
    }

    private static String key(Long key) {
        return String.valueOf(key);
    }
}
