package vn.dusinhhoat.attendance.process;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.VisitAgreements;
import vn.dusinhhoat.platform.CallableFromModel;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TakesFromForm;
import vn.dusinhhoat.platform.TimeZones;

/** Completing the task says that the cell has agreed, perhaps to another time (III.2a, rulings B3, situation C20). */
@Component("dateAgreed")
@CallableFromModel
@TakesFromForm(DateAgreedListener.MEETING_AT)
class DateAgreedListener implements TaskListener {

    /** Date and time in Vietnam as the form has them, "2026-12-03T19:30"; the visit keeps them, not the case. */
    static final String MEETING_AT = "meetingAt";

    private final VisitAgreements agreements;

    DateAgreedListener(VisitAgreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public void notify(DelegateTask task) {
        Object typed = task.getVariable(MEETING_AT);
        task.removeVariable(MEETING_AT);
        boolean other = agreements.agree(AttendanceProcess.visitId(task.getExecution()), moment(typed).atZone(TimeZones.VIETNAM).toInstant(),
                TaskActor.of(task));
        task.getExecution().setVariable("otherDateAgreed", other);
    }

    private static LocalDateTime moment(Object typed) {
        try {
            return LocalDateTime.parse(String.valueOf(typed));
        } catch (DateTimeParseException e) {
            throw new RuleViolation("Đề nghị đồng chí ghi ngày, giờ họp đã thống nhất với chi ủy.");
        }
    }
}
