package vn.dusinhhoat.platform.engine.scope;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.junit.jupiter.api.Test;

class TaskRightsTest {

    /** Two clicks at once: the second has read the task, and its case is gone. Front doors answer 409 to this text. */
    @Test
    void aTaskWhoseCaseIsGoneIsALostRace() {
        TaskEntity task = mock(TaskEntity.class);
        when(task.getExecutionId()).thenReturn("ca-da-xong");
        assertThatThrownBy(() -> new TaskRights().checkTaskWork(task)).isInstanceOf(OptimisticLockingException.class)
                .hasMessageContaining("ENGINE-03005");
    }
}
