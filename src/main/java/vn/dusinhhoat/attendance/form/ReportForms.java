package vn.dusinhhoat.attendance.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.form.FormVersion.Audience;

/** The stored versions of form and rubric. A version never changes, so that each is read once. */
@Component
public class ReportForms {

    private final JdbcClient sql;
    private final ObjectMapper json;
    private final Map<FormVersion, ReportForm> read = new ConcurrentHashMap<>();

    ReportForms(JdbcClient sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** What a report that is started on this day is written with. */
    public FormVersion inForce(Audience audience, LocalDate day) {
        return sql.sql("""
                select (select max(version) from report_form where audience = :audience and in_force_from <= :day) as form,
                       (select max(version) from score_rubric where in_force_from <= :day) as rubric""")
                .param("audience", audience.name()).param("day", day)
                .query((row, number) -> new FormVersion(audience, row.getInt("form"), row.getInt("rubric"))).single();
    }

    /** The form of this version. */
    public ReportForm get(FormVersion version) {
        return read.computeIfAbsent(version, this::load);
    }

    private ReportForm load(FormVersion version) {
        String definition = sql.sql("select definition from report_form where audience = :audience and version = :version")
                .param("audience", version.audience().name()).param("version", version.form()).query(String.class).single();
        String rubric = sql.sql("select definition from score_rubric where version = :version")
                .param("version", version.rubric()).query(String.class).single();
        try {
            return new ReportForm(json.readValue(definition, FormDefinition.class), json.readValue(rubric, ScoreRubric.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
