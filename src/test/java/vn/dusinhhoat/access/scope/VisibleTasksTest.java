package vn.dusinhhoat.access.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.dusinhhoat.testing.ApplicationTest;

/** ADR 0005: the narrowed list and count against a plain statement that says the rule in other words. */
@ApplicationTest
class VisibleTasksTest {

    private static final List<String> UNITS = List.of("40", "17971", "16681");
    private static final List<String> GROUPS = List.of("nhom-a", "nhom-b", "nhom-c");
    private static final List<String> USERS = List.of("nguoi-1", "nguoi-2", "nguoi-3");
    private static final String RULE = """
            select t.name_ from act_ru_task t
            where (t.tenant_id_ is null or t.tenant_id_ = any(?))
              and (t.assignee_ = ? or exists (select 1 from act_ru_identitylink l where l.task_id_ = t.id_
                   and l.type_ = 'candidate' and (l.user_id_ = ? or l.group_id_ = any(?))))""";

    @Autowired
    private TaskService tasks;
    @Autowired
    private IdentityService identities;
    @Autowired
    private JdbcClient sql;

    @AfterEach
    void noCaller() {
        identities.clearAuthentication();
    }

    static List<Long> seeds() {
        return List.of(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everybodySeesWhatTheRuleSays(long seed) {
        Random random = new Random(seed);
        List<String> made = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            made.add(task(random, "Việc " + seed + "-" + n));
        }
        for (String user : USERS) {
            List<String> groups = some(GROUPS, random);
            List<String> units = some(UNITS, random);
            Set<String> expected = new HashSet<>(sql.sql(RULE).params(units.toArray(new String[0]), user, user,
                    groups.toArray(new String[0])).query(String.class).list());
            identities.setAuthentication(user, groups, units);
            assertSees(tasks.createTaskQuery(), expected);
            assertSees(tasks.createTaskQuery().orderByDueDate().asc().orderByTaskCreateTime().desc(), expected);
            assertSees(tasks.createTaskQuery().or().taskUnassigned().taskAssigned().endOr(), expected);
            assertSees(tasks.createTaskQuery().taskAssignee(user), expected.stream().filter(name -> assigned(name, user))
                    .collect(Collectors.toSet()));
            assertSees(tasks.createTaskQuery().taskVariableValueEquals("x", "không có"), Set.of());
            identities.clearAuthentication();
        }
        tasks.deleteTasks(made, true);
    }

    @Test
    void aTaskOfThreeGroupsOfMineIsListedOnce() {
        String id = task(new Random(9), "Việc nhiều nhóm");
        GROUPS.forEach(group -> tasks.addCandidateGroup(id, group));
        identities.setAuthentication("nguoi-9", GROUPS, UNITS);
        assertThat(tasks.createTaskQuery().taskCandidateGroupIn(GROUPS).includeAssignedTasks().taskId(id).listPage(0, 5)).hasSize(1);
        assertThat(tasks.createTaskQuery().taskCandidateGroupIn(GROUPS).includeAssignedTasks().taskId(id).count()).isEqualTo(1);
        identities.clearAuthentication();
        tasks.deleteTask(id, true);
    }

    @Test
    void noTaskLeavesAGrantRow() {
        String id = task(new Random(10), "Việc không để lại quyền");
        tasks.addCandidateGroup(id, "nhom-a");
        tasks.setAssignee(id, "nguoi-1");
        tasks.setOwner(id, "nguoi-2");
        assertThat(sql.sql("select count(*) from act_ru_authorization where resource_type_ = 7 and resource_id_ <> '*'")
                .query(Integer.class).single()).isZero();
        tasks.deleteTask(id, true);
    }

    @Test
    void aQueryMayRunTwice() {
        String id = task(new Random(11), "Việc hỏi hai lần");
        TaskQuery query = tasks.createTaskQuery().taskId(id);
        assertThat(query.count()).isEqualTo(1);
        identities.setAuthentication("nguoi-la", List.of(), UNITS);
        assertThat(query.count()).isZero();
        assertThat(query.listPage(0, 500)).isEmpty();
        identities.clearAuthentication();
        assertThat(query.listPage(0, 500)).hasSize(1);
        tasks.deleteTask(id, true);
    }

    @Test
    void theListsOrderHasItsIndex() {
        assertThat(sql.sql("select indexname from pg_indexes where tablename = 'act_ru_task'").query(String.class).list())
                .contains("ix_task_due", "act_idx_task_create", "act_idx_task_assignee");
        assertThat(sql.sql("select indexname from pg_indexes where tablename = 'act_ru_identitylink'").query(String.class).list())
                .contains("ix_candidate_group", "act_idx_ident_lnk_user");
    }

    private void assertSees(TaskQuery query, Set<String> expected) {
        Set<String> names = query.listPage(0, 500).stream().map(Task::getName).collect(Collectors.toSet());
        assertThat(names).isEqualTo(expected);
        assertThat(query.count()).isEqualTo(expected.size());
    }

    private boolean assigned(String name, String user) {
        return sql.sql("select count(*) from act_ru_task where name_ = ? and assignee_ = ?").params(name, user)
                .query(Integer.class).single() > 0;
    }

    private String task(Random random, String name) {
        Task task = tasks.newTask();
        task.setName(name);
        if (random.nextInt(4) > 0) {
            task.setTenantId(UNITS.get(random.nextInt(UNITS.size())));
        }
        tasks.saveTask(task);
        some(GROUPS, random).forEach(group -> tasks.addCandidateGroup(task.getId(), group));
        if (random.nextBoolean()) {
            tasks.addCandidateUser(task.getId(), USERS.get(random.nextInt(USERS.size())));
        }
        if (random.nextBoolean()) {
            tasks.setAssignee(task.getId(), USERS.get(random.nextInt(USERS.size())));
        }
        return task.getId();
    }

    private static List<String> some(List<String> all, Random random) {
        return all.stream().filter(each -> random.nextInt(3) == 0).toList();
    }
}
