package vn.dusinhhoat.duty.process;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.duty.Cadence;
import vn.dusinhhoat.duty.Duty;
import vn.dusinhhoat.duty.DutyTable;
import vn.dusinhhoat.duty.ReportPath;
import vn.dusinhhoat.organization.BodyKind;
import vn.dusinhhoat.organization.PostKind;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.platform.Caller;

/** Evaluates {@code processes/duty.dmn} in its newest deployed version. */
@Component
class DmnDutyTable implements DutyTable {

    private static final String DECISION = "duty";

    private final ObjectProvider<DecisionService> decisions;
    private final Caller caller;

    DmnDutyTable(ObjectProvider<DecisionService> decisions, Caller caller) {
        this.decisions = decisions;
        this.caller = caller;
    }

    @Override
    public Optional<Duty> dutyOf(UnitLevel level, PostKind post) {
        // In the name of the system: who asks may read their own duty, but not evaluate decisions.
        var results = caller.asSystem(() -> decisions.getObject().evaluateDecisionByKey(DECISION)
                .variables(Map.of("level", level.name(), "post", post.name())).evaluate());
        return results.isEmpty() ? Optional.empty() : Optional.of(toDuty(results.getSingleResult()));
    }

    @Override
    public List<Row> rows() {
        return Arrays.stream(UnitLevel.values()).filter(level -> level != UnitLevel.CELL)
                .flatMap(level -> Arrays.stream(PostKind.values())
                        .flatMap(post -> dutyOf(level, post).map(duty -> new Row(level, post, duty)).stream()))
                .toList();
    }

    private static Duty toDuty(DmnDecisionResultEntries row) {
        return new Duty(Duty.Planning.valueOf(row.getEntry("planning")),
                Cadence.valueOf(row.getEntry("cadence")),
                ReportPath.valueOf(row.getEntry("reportPath")),
                BodyKind.valueOf(row.getEntry("receiver")));
    }
}
