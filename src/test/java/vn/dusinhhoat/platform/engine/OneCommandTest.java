package vn.dusinhhoat.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dusinhhoat.platform.EngineCommands;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.testing.ApplicationTest;

/** What is done apart stands or falls by itself. */
@ApplicationTest
class OneCommandTest {

    @Autowired
    private EngineCommands engine;
    @Autowired
    private TaskService tasks;
    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aFailureApartLeavesTheOuterTransactionUsable() {
        transaction.executeWithoutResult(status -> {
            save("ngoài 1");
            assertThatThrownBy(() -> engine.apart(() -> {
                save("bên trong, hỏng");
                throw new RuleViolation("Không được.");
            })).isInstanceOf(RuleViolation.class);
            assertThat(status.isRollbackOnly()).isFalse();
            engine.apart(() -> save("bên trong"));
            save("ngoài 2");
        });
        assertThat(count("ngoài 1")).isEqualTo(1);
        assertThat(count("ngoài 2")).isEqualTo(1);
        assertThat(count("bên trong")).isEqualTo(1);
        assertThat(count("bên trong, hỏng")).isZero();
    }

    @Test
    void aFailureWithinACommandLeavesThatCommandUsable() {
        engine.together(() -> {
            save("lệnh ngoài");
            assertThatThrownBy(() -> engine.apart(() -> {
                save("lệnh trong, hỏng");
                throw new IllegalStateException("broken");
            })).isInstanceOf(IllegalStateException.class);
        });
        assertThat(count("lệnh ngoài")).isEqualTo(1);
        assertThat(count("lệnh trong, hỏng")).isZero();
    }

    @Test
    void whatWasDoneApartStaysWhenTheOuterTransactionFails() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            engine.apart(() -> save("ở lại"));
            save("mất đi");
            throw new IllegalStateException("broken");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(count("ở lại")).isEqualTo(1);
        assertThat(count("mất đi")).isZero();
    }

    private void save(String name) {
        Task task = tasks.newTask();
        task.setName(name);
        tasks.saveTask(task);
    }

    private long count(String name) {
        return tasks.createTaskQuery().taskName(name).count();
    }
}
