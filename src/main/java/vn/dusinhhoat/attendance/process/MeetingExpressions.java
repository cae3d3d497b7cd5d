package vn.dusinhhoat.attendance.process;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.ReportRouting;
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
    private final ReportRouting routing;

    MeetingExpressions(Visits visits, Organization organization, ReportRouting routing) {
        this.routing = routing;
        this.visits = visits;
        this.organization = organization;
    }

    /** Evening of the meeting's day, when the report task is to be there. */
    @CallableFromModel
    public Date evening(DelegateExecution execution) {
        return Date.from(visits.eveningOf(visit(execution)));
    }

    /** User id of the visitor. */
    @CallableFromModel
    public String visitor(DelegateExecution execution) {
        return organization.person(visit(execution).personId()).userId();
    }

    /** Groups of the staff who decide about absences: organisation board and office of the unit that owns the visit. */
    @CallableFromModel
    public List<String> staffGroups(DelegateExecution execution) {
        return routing.staffOf(visit(execution));
    }

    /** Group of the body that received the report. */
    @CallableFromModel
    public String receiverGroup(DelegateExecution execution) {
        return organization.body(visit(execution).receiverId()).groupId();
    }

    private Visit visit(DelegateExecution execution) {
        return visits.get(AttendanceProcess.visitId(execution));
    }
}
