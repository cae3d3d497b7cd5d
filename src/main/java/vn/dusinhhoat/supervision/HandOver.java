package vn.dusinhhoat.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.platform.Caller;
import vn.dusinhhoat.platform.NotFound;
import vn.dusinhhoat.platform.RuleViolation;

/** A body's task for another member of the body (situation C22). What is one person's own to do stays theirs. */
@Service
public class HandOver {

    private static final String PERSONAL = "Việc này là của chính đồng chí đó, không chuyển được: đồng chí đó chọn người giúp"
            + " soạn ở trang Lượt dự của tôi, hoặc văn phòng nhập từ bản giấy.";
    /** Members today of the bodies whose task it is, who can log in; nobody handles what is about themselves. */
    private static final String SUCCESSORS = """
            select distinct p.user_id, p.full_name as name, m.role, b.name as body, p.full_name collate vietnamese as sorted
            from act_ru_task t join act_ru_identitylink l on l.task_id_ = t.id_ and l.type_ = 'candidate' join body b on b.group_id = l.group_id_
            join body_member m on m.body_id = b.id join person p on p.id = m.person_id
            where t.id_ = :task and p.user_id is not null and p.user_id is distinct from t.assignee_
              and p.user_id is distinct from :owner
              and m.valid_from <= :today and (m.valid_to is null or m.valid_to >= :today) and (p.ended_on is null or p.ended_on >= :today)
            order by sorted, p.user_id""";

    /** Somebody who may take a task over. */
    public record Successor(String userId, String name, String role, String body) {
    }

    private final BoardTables tables;
    private final RowViews rowViews;
    private final Kinds kinds;
    private final ObjectProvider<TaskService> tasks;
    private final Caller caller;
    private final JdbcClient sql;
    private final Clock clock;

    HandOver(BoardTables tables, RowViews rowViews, Kinds kinds, ObjectProvider<TaskService> tasks, Caller caller, JdbcClient sql,
             Clock clock) {
        this.tables = tables;
        this.rowViews = rowViews;
        this.kinds = kinds;
        this.tasks = tasks;
        this.caller = caller;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Who may take the task over.
     *
     * @throws NotFound      when it is not in sight
     * @throws RuleViolation when it is one person's own
     */
    @Transactional(readOnly = true)
    public List<Successor> successors(Sight sight, String taskId) {
        BoardSpan span = BoardSpan.at(clock);
        BoardTables.Row row = tables.tasks(sight, span, List.of(taskId)).get(taskId);
        if (row == null) {
            throw new NotFound("Việc này không có, hoặc ngoài phạm vi của đồng chí, hoặc vừa được làm xong: tải lại danh sách.");
        }
        BoardView.RowView view = rowViews.of(sight, span, List.of(row)).get(0);
        if (!view.isBody()) {
            throw new RuleViolation(PERSONAL);
        }
        return successors(view.process(), row);
    }

    private List<Successor> successors(String process, BoardTables.Row row) {
        String owner = kinds.knowing(process).flatMap(known -> known.owner(process, row.subjectId())).orElse(null);
        return sql.sql(SUCCESSORS).param("task", row.taskId()).param("owner", owner).param("today", LocalDate.now(clock)).query(Successor.class).list();
    }

    /** In the caller's transaction. */
    void to(BoardView.RowView view, BoardTables.Row row, String userId, String reason, String actor) {
        Successor successor = successors(view.process(), row).stream().filter(each -> each.userId().equals(userId)).findFirst()
                .orElseThrow(() -> new RuleViolation("Đồng chí được chọn không thuộc nơi xử lý việc này, hoặc đang giữ việc: chọn lại trong danh sách."));
        caller.asSystem(() -> {
            tasks.getObject().setAssignee(row.taskId(), successor.userId());
            return null;
        });
        kinds.knowing(view.process()).ifPresent(known -> known.handedOver(WatchedTask.of(view, row),
                "Chuyển việc \"" + view.kindLabel() + "\" cho đồng chí " + successor.name() + "; lý do: " + reason, actor));
    }
}
