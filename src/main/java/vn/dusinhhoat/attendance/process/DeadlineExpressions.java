package vn.dusinhhoat.attendance.process;

import java.time.Period;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.platform.CallableFromModel;

/** {@code ${deadline.after(execution, 'P3D')}}: the literal stands on the diagram, the calendar rule is ours. */
@Component("deadline")
@CallableFromModel
public class DeadlineExpressions {

    private static final Pattern CALL = Pattern.compile("\\$\\{deadline\\.after\\(execution, '(P\\d+D)'\\)}");

    private final Reports reports;

    DeadlineExpressions(Reports reports) {
        this.reports = reports;
    }

    /**
     * Limit counted from the day of the visit's meeting.
     *
     * @param span whole days, ISO-8601, for instance P3D
     * @return 23:59:59 of the last day in Vietnam
     */
    @CallableFromModel
    public Date after(DelegateExecution execution, String span) {
        return Date.from(reports.limitOf(AttendanceProcess.visitId(execution), Period.parse(span)).at());
    }

    /**
     * Limit counted from today, for steps that begin now.
     *
     * @param span whole days, ISO-8601, for instance P5D
     * @return 23:59:59 of the last day in Vietnam
     */
    @CallableFromModel
    public Date fromNow(DelegateExecution execution, String span) {
        return Date.from(reports.limitFromNow(Period.parse(span)).at());
    }

    /**
     * The span in the text of a due date on a diagram.
     *
     * @throws IllegalArgumentException when the text is no call of {@link #after}
     */
    static Period spanIn(String dueDateText) {
        Matcher call = CALL.matcher(dueDateText == null ? "" : dueDateText);
        if (!call.matches()) {
            throw new IllegalArgumentException("Hạn của công việc phải có dạng ${deadline.after(execution, 'P3D')}: "
                    + dueDateText);
        }
        return Period.parse(call.group(1));
    }
}
