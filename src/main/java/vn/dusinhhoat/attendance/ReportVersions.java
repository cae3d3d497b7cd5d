package vn.dusinhhoat.attendance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.form.ReportAnswers;

/** Every version of a report that was sent, with its files; written once, never changed. */
@Component
class ReportVersions {

    private static final String NEWEST = "(select max(version) from report_version where visit_id = :visit)";

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
        sql.sql("insert into report_version_file (visit_id, version, file_id) select visit_id, " + NEWEST
                + ", id from report_file where visit_id = :visit and removed_at is null").param("visit", visitId).update();
    }

    /** Answers of the version sent last. */
    ReportAnswers newest(Long visitId) {
        return answers(sql.sql("select content from report_version where visit_id = :visit and version = " + NEWEST)
                .param("visit", visitId).query(String.class).single());
    }

    /** Answers of the version sent last; its files, and no others, are those of the report again. */
    ReportAnswers bringBack(Long visitId) {
        // What was added since and never sent is nobody's; what was sent and removed since comes back.
        sql.sql("""
                delete from report_file f where visit_id = :visit
                    and not exists (select 1 from report_version_file s where s.file_id = f.id)""").param("visit", visitId).update();
        sql.sql("update report_file f set removed_at = null where visit_id = :visit and exists (select 1 from report_version_file s"
                + " where s.file_id = f.id and s.version = " + NEWEST + ")").param("visit", visitId).update();
        return newest(visitId);
    }

    private ReportAnswers answers(String content) {
        try {
            return json.readValue(content, ReportAnswers.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
