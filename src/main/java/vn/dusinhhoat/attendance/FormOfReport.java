package vn.dusinhhoat.attendance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.attendance.form.FormVersion;
import vn.dusinhhoat.attendance.form.FormVersion.Audience;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.attendance.form.ReportForm;
import vn.dusinhhoat.attendance.form.ReportForms;
import vn.dusinhhoat.organization.Organization;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.platform.TimeZones;

/** Which form a report is written with, and what stands in it before the visitor has typed anything. */
@Component
public class FormOfReport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withZone(TimeZones.VIETNAM);

    private final ReportForms forms;
    private final Organization organization;
    private final JdbcClient sql;
    private final ObjectMapper json;
    private final Clock clock;

    FormOfReport(ReportForms forms, Organization organization, JdbcClient sql, ObjectMapper json, Clock clock) {
        this.forms = forms;
        this.organization = organization;
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** The form of a report that is started now: whoever reports to a commune writes that of the commune level (II.2). */
    FormVersion toStart(Visit visit) {
        UnitLevel receiver = organization.body(visit.receiverId()).unit().level();
        return forms.inForce(receiver == UnitLevel.COMMUNE ? Audience.COMMUNE : Audience.COMMITTEE, LocalDate.now(clock));
    }

    /** The form that the report was started with. */
    public ReportForm of(Report report) {
        return forms.get(report.form());
    }

    /**
     * First answers of a report in which nothing was saved yet (ruling B1): from the visit, and figures of the last
     * report sent about the cell. They become the visitor's own when they are sent.
     */
    @Transactional(readOnly = true)
    public ReportAnswers prefilled(Report report, Visit visit) {
        return report.draftVersion() > 0 ? ReportAnswers.EMPTY
                : of(report).prefilled(TIME.format(visit.meetingAt()), lastAbout(visit).orElse(ReportAnswers.EMPTY));
    }

    private Optional<ReportAnswers> lastAbout(Visit visit) {
        return sql.sql("""
                select s.content from report_version s join visit v on v.id = s.visit_id
                where v.cell_id = :cell and v.id <> :visit order by s.submitted_at desc limit 1""")
                .param("cell", visit.cellId()).param("visit", visit.id()).query(String.class).optional().map(this::answers);
    }

    private ReportAnswers answers(String content) {
        try {
            return json.readValue(content, ReportAnswers.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
