package vn.dusinhhoat.attendance.process;

import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.PartyUnit;
import vn.dusinhhoat.platform.CallableFromModel;

/** The task to agree on the date appears: it is named after the cell, its commune and the day. */
@Component("agreeDateTask")
@CallableFromModel
class AgreeDateTaskListener implements TaskListener {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Visits visits;
    private final Organization organization;

    AgreeDateTaskListener(Visits visits, Organization organization) {
        this.visits = visits;
        this.organization = organization;
    }

    @Override
    public void notify(DelegateTask task) {
        Visit visit = visits.get(AttendanceProcess.visitId(task.getExecution()));
        PartyUnit cell = organization.unit(visit.cellId());
        TaskTitle.give(task, "Thống nhất thời gian với chi ủy " + cell.kind().inText(cell.name()) + ", "
                + cell.parent().kind().inText(cell.parent().name()), ", họp ngày " + DAY.format(visit.meetingDay()));
    }
}
