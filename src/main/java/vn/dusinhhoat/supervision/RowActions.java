package vn.dusinhhoat.supervision;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dusinhhoat.platform.Audit;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.platform.NotPermitted;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.supervision.ActionResult.Outcome;
import vn.dusinhhoat.supervision.ActionResult.RowResult;

/**
 * One action on many rows: each is looked up anew in the caller's sight, checked, and done in a transaction of its own with
 * its line in the audit; what one row is refused keeps no other from being done.
 */
@Component
class RowActions {

    private static final Logger LOG = LoggerFactory.getLogger(RowActions.class);
    private static final int MOST_ROWS = 200;
    private static final int LONGEST_ID = 64;
    private static final String GONE = "Việc này không có, hoặc ngoài phạm vi của đồng chí, hoặc vừa được làm xong: tải lại danh sách.";
    private static final String OTHERS = "Việc này do cán bộ ban tổ chức, ban xây dựng đảng, văn phòng cấp ủy của đơn vị đó hoặc cấp trên thực hiện.";
    private static final String LOST_RACE = "Việc này vừa có thay đổi: tải lại danh sách rồi thực hiện lại.";
    private static final String UNSUITED = "Không áp dụng được cho việc này.";

    private final BoardTables tables;
    private final RowViews rowViews;
    private final Kinds kinds;
    private final Audit audit;
    private final TransactionTemplate each;
    private final Clock clock;

    RowActions(BoardTables tables, RowViews rowViews, Kinds kinds, Audit audit, PlatformTransactionManager transactions,
               Clock clock) {
        this.tables = tables;
        this.rowViews = rowViews;
        this.kinds = kinds;
        this.audit = audit;
        this.each = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Whether there is anything that the caller may do this to; before what they wrote is looked at.
     *
     * @throws RuleViolation when there are no rows or too many
     * @throws NotFound      when none of the rows is in sight
     * @throws NotPermitted  when the caller may do this to none of them
     */
    void require(Sight sight, BoardAction action, List<String> taskIds) {
        Map<String, BoardTables.Row> found = tables.tasks(sight, BoardSpan.at(clock), checked(taskIds));
        if (found.isEmpty()) {
            throw new NotFound(GONE);
        }
        if (found.values().stream().noneMatch(row -> sight.mayDo(action, row.unitCode()))) {
            throw new NotPermitted(OTHERS);
        }
    }

    /**
     * Does it.
     *
     * @param work what is done to a row in its transaction; gets the row as it is shown and as the engine has it; what it returns is
     *             said of the row, null for nothing
     */
    ActionResult run(Sight sight, BoardAction action, List<String> taskIds, BiFunction<BoardView.RowView, BoardTables.Row, String> work) {
        return run(sight, action, taskIds, work, true);
    }

    private ActionResult run(Sight sight, BoardAction action, List<String> taskIds, BiFunction<BoardView.RowView, BoardTables.Row, String> work,
                             boolean changes) {
        Set<String> wanted = checked(taskIds);
        List<RowResult> results = new ArrayList<>();
        wanted.forEach(taskId -> results.add(result(sight, action, taskId, changes, work)));
        return ActionResult.of(results);
    }

    /** The same without changing or writing down anything. */
    ActionResult look(Sight sight, BoardAction action, List<String> taskIds, BiFunction<BoardView.RowView, BoardTables.Row, String> work) {
        return run(sight, action, taskIds, work, false);
    }

    private RowResult result(Sight sight, BoardAction action, String taskId, boolean changes, BiFunction<BoardView.RowView, BoardTables.Row, String> work) {
        // Names of the row are read in its own transaction: rows before it may have changed it.
        String[] title = new String[1];
        try {
            String said = each.execute(status -> {
                BoardSpan span = BoardSpan.at(clock);
                BoardTables.Row row = tables.tasks(sight, span, Set.of(taskId)).get(taskId);
                if (row == null) {
                    throw new NotFound(GONE);
                }
                title[0] = row.title();
                BoardView.RowView view = rowViews.of(sight, span, List.of(row)).get(0);
                require(sight, action, view);
                String note = work.apply(view, row);
                if (changes) {
                    audit.recordWithChange(Audit.Entry.done(Audit.Kind.SUPERVISION, sight.userId(), view.process(), row.subjectId(),
                            action.name() + " " + view.element()));
                }
                return note;
            });
            return new RowResult(taskId, title[0], Outcome.DONE, said);
        } catch (NotFound gone) {
            return new RowResult(taskId, title[0], Outcome.NOT_FOUND, gone.getMessage());
        } catch (RuleViolation refused) {
            return new RowResult(taskId, title[0], Outcome.REFUSED, refused.getMessage());
        } catch (ConcurrencyFailureException | OptimisticLockingException lost) {
            return new RowResult(taskId, title[0], Outcome.REFUSED, LOST_RACE);
        } catch (ProcessEngineException failed) {
            LOG.warn("{} of task {} failed", action, taskId, failed);
            return new RowResult(taskId, title[0], Outcome.REFUSED, causeOf(failed));
        }
    }

    /** A listener's refusal comes wrapped by the engine. */
    private static String causeOf(ProcessEngineException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolation) {
                return cause.getMessage();
            }
        }
        return LOST_RACE;
    }

    private void require(Sight sight, BoardAction action, BoardView.RowView view) {
        if (view.actions().contains(action)) {
            return;
        }
        if (!sight.mayDo(action, view.unitCode())) {
            throw new NotPermitted(OTHERS);
        }
        boolean tooEarly = action == BoardAction.URGE && !view.late() && kinds.of(view.definitionId(), view.element()).actions().contains(action);
        throw new RuleViolation(tooEarly ? "Việc này chưa quá hạn." : UNSUITED);
    }

    private static Set<String> checked(List<String> taskIds) {
        if (taskIds == null || taskIds.isEmpty() || taskIds.stream().anyMatch(id -> id == null || id.isBlank())) {
            throw new RuleViolation("Chưa chọn việc nào: đánh dấu các việc trong danh sách.");
        }
        if (taskIds.size() > MOST_ROWS) {
            throw new RuleViolation("Mỗi lần thực hiện được tối đa " + MOST_ROWS + " việc: chia thành nhiều lần.");
        }
        taskIds.forEach(id -> OutsideText.requireAtMost(id, LONGEST_ID, "việc được chọn"));
        return new LinkedHashSet<>(taskIds);
    }
}
