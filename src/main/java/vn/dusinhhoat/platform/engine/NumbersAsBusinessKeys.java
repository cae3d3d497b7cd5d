package vn.dusinhhoat.platform.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.CaseKey;

/**
 * The business key of every case is the number of its row. Tasklist and REST let an administrator who starts a case type
 * any text, which would stand in lists, addresses and history (row D5): then the start is taken back.
 */
@Component
class NumbersAsBusinessKeys extends AbstractProcessEnginePlugin {

    private static final String NO_NUMBER = "Mã hồ sơ chỉ gồm chữ số và do hệ thống đặt: bắt đầu từ biểu mẫu hoặc từ lịch dự,"
            + " không ghi mã hồ sơ.";
    /** They begin with their form only and say so in their own words. */
    private static final Set<String> CHECKED_BY_THEMSELVES = Set.of("organization-import", "calendar-change", "limit-extension");

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomHistoryEventHandlers().add(new EachEvent(NumbersAsBusinessKeys::check));
    }

    private static void check(HistoryEvent event) {
        if (event instanceof HistoricProcessInstanceEventEntity started && started.getBusinessKey() != null
                && !CHECKED_BY_THEMSELVES.contains(started.getProcessDefinitionKey())) {
            CaseKey.id(started.getBusinessKey(), NO_NUMBER);
        }
    }
}
