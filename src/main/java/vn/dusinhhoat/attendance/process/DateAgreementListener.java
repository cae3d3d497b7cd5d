package vn.dusinhhoat.attendance.process;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.VisitChanges;
import vn.dusinhhoat.platform.CallableFromModel;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TakesFromForm;
import vn.dusinhhoat.platform.TimeZones;

/** Completing the task says that visitor and cell have agreed, on the date as it stands or on another one (ruling B3). */
@Component("dateAgreement")
@CallableFromModel
@TakesFromForm(DateAgreementListener.AGREED_AT)
class DateAgreementListener implements TaskListener {

    /** From the form: date and time in Vietnam, to the minute, as agreed; without them they stay. */
    static final String AGREED_AT = "agreedMeetingAt";
    private static final String OTHER_DATE = "otherDate";

    private final VisitChanges changes;

    DateAgreementListener(VisitChanges changes) {
        this.changes = changes;
    }

    @Override
    public void notify(DelegateTask task) {
        Instant agreedAt = moment(task.getVariable(AGREED_AT));
        // The next task of this case is asked anew.
        task.removeVariable(AGREED_AT);
        boolean other = changes.settleDate(AttendanceProcess.visitId(task.getExecution()), agreedAt, TaskActor.of(task));
        task.getExecution().setVariable(OTHER_DATE, Variables.booleanValue(other, true));
    }

    private static Instant moment(Object typed) {
        if (typed == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(String.valueOf(typed)).truncatedTo(ChronoUnit.MINUTES).atZone(TimeZones.VIETNAM).toInstant();
        } catch (DateTimeException e) {
            throw new RuleViolation("Ngày, giờ họp chưa đủ hoặc chưa đúng: ghi đủ ngày và giờ, ví dụ 19:30, ngày 03/12/2026.");
        }
    }
}
