package vn.dusinhhoat.platform.engine;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.EntityTypes;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.platform.Audit;
import vn.dusinhhoat.platform.Audit.Entry;
import vn.dusinhhoat.platform.Audit.Kind;

/**
 * Deployments and changes of users, groups, units and rights, from the engine's operation log into the audit: there an
 * administrator can delete them (row D3). In the transaction of the change.
 */
@Component
class EngineAudit extends AbstractProcessEnginePlugin {

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry(EntityTypes.DEPLOYMENT, Kind.DEPLOYMENT),
            Map.entry(EntityTypes.USER, Kind.RIGHTS_CHANGE),
            Map.entry(EntityTypes.GROUP, Kind.RIGHTS_CHANGE),
            Map.entry(EntityTypes.GROUP_MEMBERSHIP, Kind.RIGHTS_CHANGE),
            Map.entry(EntityTypes.TENANT, Kind.RIGHTS_CHANGE),
            Map.entry(EntityTypes.TENANT_MEMBERSHIP, Kind.RIGHTS_CHANGE),
            Map.entry(EntityTypes.AUTHORIZATION, Kind.RIGHTS_CHANGE),
            Map.entry(EntityTypes.PROCESS_DEFINITION, Kind.ENGINE_CHANGE),
            Map.entry(EntityTypes.DECISION_DEFINITION, Kind.ENGINE_CHANGE),
            Map.entry(EntityTypes.HISTORIC_PROCESS_INSTANCE, Kind.ENGINE_CHANGE),
            Map.entry(EntityTypes.OPERATION_LOG, Kind.ENGINE_CHANGE),
            Map.entry(EntityTypes.PROPERTY, Kind.ENGINE_CHANGE));
    /** Ids, numbers and names of permissions; a value of any other look is not taken over. */
    private static final Pattern ID_LIKE = Pattern.compile("[A-Za-z0-9_.,*-]{0,64}");

    private final Audit audit;

    EngineAudit(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomHistoryEventHandlers().add(new EachEvent(this::takeOver));
    }

    private void takeOver(HistoryEvent event) {
        if (event instanceof UserOperationLogEntryEventEntity change && KINDS.containsKey(change.getEntityType())) {
            String subject = change.getEntityType().toLowerCase(Locale.ROOT).replace(' ', '_');
            audit.recordWithChange(Entry.done(KINDS.get(change.getEntityType()), change.getUserId(), subject, subjectOf(change),
                    change.getOperationType() + " " + change.getProperty() + "=" + idLike(change.getNewValue())));
        }
    }

    /** Changes of rights come as several entries, one a property, under one operation. */
    private static String subjectOf(UserOperationLogEntryEventEntity change) {
        return change.getDeploymentId() != null ? change.getDeploymentId()
                : change.getProcessDefinitionId() != null ? change.getProcessDefinitionId() : change.getOperationId();
    }

    private static String idLike(String value) {
        return value == null ? "" : ID_LIKE.matcher(value).matches() ? value : "(withheld)";
    }
}
