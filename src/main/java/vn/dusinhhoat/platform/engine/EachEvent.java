package vn.dusinhhoat.platform.engine;

import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;

/**
 * Looks at each event of the history in the transaction of its change. Never a bean: the engine's starter would take it
 * in once more.
 */
record EachEvent(Consumer<HistoryEvent> work) implements HistoryEventHandler {

    @Override
    public void handleEvent(HistoryEvent event) {
        work.accept(event);
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(work);
    }
}
