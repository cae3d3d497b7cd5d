package vn.dusinhhoat.attendance.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import vn.dusinhhoat.attendance.VisitList;
import vn.dusinhhoat.attendance.files.ReportFile;
import vn.dusinhhoat.attendance.files.ReportFiles;
import vn.dusinhhoat.attendance.process.VisitTasks;
import vn.dusinhhoat.attendance.process.VisitTasks.VisitTask;
import vn.dusinhhoat.platform.Audit;
import vn.dusinhhoat.platform.AuditedRead;
import vn.dusinhhoat.platform.Caller;

/**
 * Files of a report: for whoever has its task or its reception in sight, and for the visitor. To everybody else there is
 * nothing: 404.
 */
@RestController
@RequestMapping("/camunda/api/attendance")
class ReportFileController {

    private static final String VISIT = "visit";

    private final VisitTasks tasks;
    private final VisitList visits;
    private final ReportFiles files;
    private final Caller caller;
    private final Audit audit;

    ReportFileController(VisitTasks tasks, VisitList visits, ReportFiles files, Caller caller, Audit audit) {
        this.tasks = tasks;
        this.visits = visits;
        this.files = files;
        this.caller = caller;
        this.audit = audit;
    }

    @PostMapping("/tasks/{taskId}/files")
    ReportFile add(@PathVariable String taskId, @RequestParam("file") MultipartFile file) throws IOException {
        VisitTask task = mine(taskId);
        return files.add(task.visitId(), task.userId(), file.getOriginalFilename(), file.getBytes());
    }

    @DeleteMapping("/tasks/{taskId}/files/{fileId}")
    void remove(@PathVariable String taskId, @PathVariable Long fileId) {
        files.remove(mine(taskId).visitId(), fileId);
    }

    @GetMapping("/tasks/{taskId}/files/{fileId}")
    @AuditedRead
    ResponseEntity<byte[]> ofTask(@PathVariable String taskId, @PathVariable Long fileId) {
        Long visitId = tasks.ofCaller(taskId).filter(task -> task.work().writes() || task.work().receives())
                .orElseThrow(ReportFileController::nothing).visitId();
        return download(visitId, files.find(visitId, fileId));
    }

    @GetMapping("/visits/{visitId}/files")
    @AuditedRead
    List<ReportFile> ofVisit(@PathVariable Long visitId) {
        audit.reading(VISIT, own(visitId), "files");
        return files.of(visitId);
    }

    @GetMapping("/visits/{visitId}/files/{fileId}")
    @AuditedRead
    ResponseEntity<byte[]> ofVisit(@PathVariable Long visitId, @PathVariable Long fileId) {
        return download(visitId, files.findInAnyVersion(own(visitId), fileId));
    }

    /** Never shown by the browser itself, whatever is in it. */
    private ResponseEntity<byte[]> download(Long visitId, Optional<ReportFile> found) {
        ReportFile file = found.orElseThrow(ReportFileController::nothing);
        audit.reading(VISIT, visitId, "file " + file.id());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build().toString())
                .body(files.content(file));
    }

    private Long own(Long visitId) {
        return visits.find(caller.userId(), visitId).orElseThrow(ReportFileController::nothing).id();
    }

    private VisitTask mine(String taskId) {
        return tasks.ofCaller(taskId).filter(task -> task.mine() && task.work().writes())
                .orElseThrow(ReportFileController::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
