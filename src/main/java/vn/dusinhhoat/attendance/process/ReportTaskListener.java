package vn.dusinhhoat.attendance.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.calendar.Limit;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.PartyUnit;
import vn.dusinhhoat.platform.CallableFromModel;

/** The report task appears: it is named after the cell, and its limit is kept with the report. */
@Component("reportTask")
@CallableFromModel
class ReportTaskListener implements TaskListener {

    private final Reports reports;
    private final Visits visits;
    private final Organization organization;

    ReportTaskListener(Reports reports, Visits visits, Organization organization) {
        this.reports = reports;
        this.visits = visits;
        this.organization = organization;
    }

    @Override
    public void notify(DelegateTask task) {
        Long visitId = AttendanceProcess.visitId(task.getExecution());
        PartyUnit cell = organization.unit(visits.get(visitId).cellId());
        TaskTitle.give(task, "Báo cáo kết quả dự sinh hoạt " + cell.kind().inText(cell.name()));
        Limit limit = reports.open(visitId,
                DeadlineExpressions.spanIn(task.getBpmnModelElementInstance().getCamundaDueDate()));
        if (!Date.from(limit.at()).equals(task.getDueDate())) {
            throw new IllegalStateException("due date of the task and kept limit differ for visit " + visitId);
        }
    }
}
