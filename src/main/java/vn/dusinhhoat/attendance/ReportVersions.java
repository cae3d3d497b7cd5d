package vn.dusinhhoat.attendance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every version of a report that was sent; written once, never changed. */
@Component
class ReportVersions {

    private final JdbcClient sql;
    private final ObjectMapper json;

    ReportVersions(JdbcClient sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void keep(Long visitId, ReportAnswers answers, Instant submittedAt, String submittedBy) {
        try {
            sql.sql("""
                    insert into report_version (visit_id, version, content, submitted_at, submitted_by)
                    select :visit, coalesce(max(version), 0) + 1, :content::jsonb, :at, :by from report_version where visit_id = :visit""")
                    .param("visit", visitId).param("content", json.writeValueAsString(answers))
                    .param("at", submittedAt.atOffset(ZoneOffset.UTC)).param("by", submittedBy).update();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    ReportAnswers newest(Long visitId) {
        String content = sql.sql("select content from report_version where visit_id = :visit order by version desc limit 1")
                .param("visit", visitId).query(String.class).single();
        try {
            return json.readValue(content, ReportAnswers.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
