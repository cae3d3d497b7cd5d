package vn.dusinhhoat.planning.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import vn.dusinhhoat.planning.process.PlanTasks;
import vn.dusinhhoat.planning.process.PlanTasks.PlanTask;

/** From a task to what its form shows. A task that the caller cannot see does not exist: 404. */
@RestController
@RequestMapping("/camunda/api/plans/tasks/{taskId}")
class PlanTaskController {

    private final PlanTasks tasks;

    PlanTaskController(PlanTasks tasks) {
        this.tasks = tasks;
    }

    @GetMapping
    PlanTask read(@PathVariable String taskId) {
        return tasks.ofCaller(taskId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
