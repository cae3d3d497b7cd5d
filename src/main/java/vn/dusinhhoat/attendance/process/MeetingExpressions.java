package vn.dusinhhoat.attendance.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Visit;
import vn.dusinhhoat.attendance.Visits;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.platform.CallableFromModel;

/** What diagrams ask about the meeting and the visitor. */
@Component("meeting")
@CallableFromModel
public class MeetingExpressions {

    private final Visits visits;
    private final Organization organization;

    MeetingExpressions(Visits visits, Organization organization) {
        this.visits = visits;
        this.organization = organization;
    }

    /** Evening of the meeting's day, when the report task is to be there. */
    public Date evening(DelegateExecution execution) {
        return Date.from(visits.eveningOf(visit(execution)));
    }

    /** User id of the visitor. */
    public String visitor(DelegateExecution execution) {
        return organization.person(visit(execution).personId()).userId();
    }

    private Visit visit(DelegateExecution execution) {
        return visits.get(AttendanceProcess.visitId(execution));
    }
}
