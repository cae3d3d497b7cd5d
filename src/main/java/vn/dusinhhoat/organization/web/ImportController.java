package vn.dusinhhoat.organization.web;

import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import vn.dusinhhoat.organization.imports.ImportProcess;
import vn.dusinhhoat.organization.imports.OrganizationImport;
import vn.dusinhhoat.organization.imports.OrganizationImports;
import vn.dusinhhoat.organization.imports.UnitChanges;
import vn.dusinhhoat.organization.imports.UploadedFile;
import vn.dusinhhoat.organization.process.ImportTasks;
import vn.dusinhhoat.organization.register.Change;
import vn.dusinhhoat.organization.register.Fault;
import vn.dusinhhoat.platform.Caller;

/** What the forms of an import read and write. Only administrators import; to everybody else nothing of it exists: 404. */
@RestController
@RequestMapping("/camunda/api/organization/imports")
class ImportController {

    /**
     * An import as forms show it.
     *
     * @param taskId the task that waits for a person; null while the system works
     * @param units  what changes, by unit; null where it was not asked for
     */
    record ImportView(Long id, String fileName, String state, String uploadedBy, String uploadedAt, int faultCount, int newCount,
                      int changedCount, int endedCount, int progress, String finishedAt, String taskId, List<UnitChanges> units) {
    }

    private final OrganizationImports imports;
    private final ImportProcess process;
    private final ImportTasks tasks;
    private final Caller caller;

    ImportController(OrganizationImports imports, ImportProcess process, ImportTasks tasks, Caller caller) {
        this.imports = imports;
        this.process = process;
        this.tasks = tasks;
        this.caller = caller;
    }

    @GetMapping
    List<ImportView> latest() {
        caller.requireAdministrator();
        return imports.latest().stream().map(found -> view(found, null, null)).toList();
    }

    @PostMapping
    ImportView upload(@RequestParam("file") MultipartFile file) throws IOException {
        caller.requireAdministrator();
        return read(imports.upload(new UploadedFile(file.getOriginalFilename(), file.getBytes()), caller.userId()));
    }

    @GetMapping("/{id}")
    ImportView read(@PathVariable Long id) {
        caller.requireAdministrator();
        return view(found(id), process.openTask(id).orElse(null), null);
    }

    @PostMapping("/{id}/file")
    void replaceFile(@PathVariable Long id, @RequestParam("file") MultipartFile file) throws IOException {
        caller.requireAdministrator();
        imports.replaceFile(found(id).id(), new UploadedFile(file.getOriginalFilename(), file.getBytes()));
    }

    @GetMapping("/tasks/{taskId}")
    ImportView ofTask(@PathVariable String taskId) {
        caller.requireAdministrator();
        Long id = tasks.ofCaller(taskId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return view(found(id), taskId, imports.units(id));
    }

    @GetMapping("/{id}/faults")
    List<Fault> faults(@PathVariable Long id, @RequestParam(defaultValue = "0") int page) {
        caller.requireAdministrator();
        return imports.faults(found(id).id(), Math.max(0, page));
    }

    @GetMapping("/{id}/changes")
    List<Change> changes(@PathVariable Long id, @RequestParam String unit, @RequestParam(defaultValue = "0") int page) {
        caller.requireAdministrator();
        return imports.changes(found(id).id(), unit, Math.max(0, page));
    }

    private OrganizationImport found(Long id) {
        return imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static ImportView view(OrganizationImport found, String taskId, List<UnitChanges> units) {
        return new ImportView(found.id(), found.fileName(), found.state().name(), found.uploadedBy(),
                OrganizationImports.moment(found.uploadedAt()), found.faultCount(), found.newCount(), found.changedCount(),
                found.endedCount(), found.progress(), OrganizationImports.moment(found.finishedAt()), taskId, units);
    }
}
