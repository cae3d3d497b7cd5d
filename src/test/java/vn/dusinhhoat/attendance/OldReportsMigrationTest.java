package vn.dusinhhoat.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.dusinhhoat.attendance.form.FormVersion;
import vn.dusinhhoat.attendance.form.FormVersion.Audience;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.attendance.form.ReportForms;
import vn.dusinhhoat.testing.ApplicationTest;
import vn.dusinhhoat.testing.TestDatabase;

/** Reports written before the form was stored: they get version 1 of their audience and are read and sent with it. */
@ApplicationTest
class OldReportsMigrationTest {

    private static final String OLD = """
            {"meetingKind": "REGULAR", "startedAt": "19:30", "endedAt": "21:05", "present": "37", "required": "40",
             "ownScore": "NONE", "recommendations": "NO", "summary": "Chi bộ họp đúng giờ."}""";
    private static final String OLD_DRAFT = """
            {"meetingKind": null, "startedAt": "tối", "endedAt": null, "present": null, "required": null, "ownScore": null,
             "recommendations": null, "summary": null}""";

    @Autowired
    private Flyway flyway;
    @Autowired
    private ReportForms forms;
    @Autowired
    private ObjectMapper json;

    @Test
    void oldReportsGoOnWithVersionOneOfTheirAudience() throws Exception {
        DriverManagerDataSource database = new DriverManagerDataSource(TestDatabase.create(), TestDatabase.OWNER, "");
        migrate(database, "11");
        JdbcClient sql = JdbcClient.create(database);
        insertOldReports(sql);
        migrate(database, "15");

        assertThat(sql.sql("select visit_id || ' ' || form_audience || ' ' || form_version || ' ' || rubric_version from report order by 1")
                .query(String.class).list()).containsExactly("1 COMMUNE 1 1", "2 COMMITTEE 1 1");
        var form = forms.get(new FormVersion(Audience.COMMUNE, 1, 1));
        ReportAnswers sent = json.readValue(content(sql, 1), ReportAnswers.class);
        assertThat(form.accept(sent)).isEqualTo(sent);
        assertThat(form.problemsOf(sent)).isEmpty();
        assertThat(form.sendable(sent)).isEqualTo(sent);
        ReportAnswers draft = json.readValue(content(sql, 2), ReportAnswers.class);
        assertThat(draft).isEqualTo(ReportAnswers.EMPTY.with("startedAt", "tối"));
        assertThat(form.problemsOf(draft)).hasSize(8);
    }

    private void migrate(DriverManagerDataSource database, String target) {
        new FluentConfiguration().configuration(flyway.getConfiguration()).dataSource(database).target(target).load().migrate();
    }

    private static String content(JdbcClient sql, int visit) {
        return sql.sql("select content from report where visit_id = ?").param(visit).query(String.class).single();
    }

    private static void insertOldReports(JdbcClient sql) {
        sql.sql("""
                insert into party_unit (code, level, kind, name, parent_id, valid_from) values
                    ('40', 'PROVINCE', 'PROVINCE', 'Tỉnh ủy Nghệ An', null, date '2025-07-01'),
                    ('17971', 'COMMUNE', 'COMMUNE', 'Xã Kim Liên', 1, date '2025-07-01'),
                    ('17971-1', 'CELL', 'XOM', 'Chi bộ xóm 1', 2, date '2025-07-01')""").update();
        sql.sql("""
                insert into body (unit_id, kind, name, group_id) values (2, 'THUONG_TRUC', 'Thường trực Đảng ủy xã Kim Liên', 'a'),
                    (1, 'THUONG_TRUC', 'Thường trực Tỉnh ủy Nghệ An', 'b')""").update();
        sql.sql("insert into person (code, full_name, user_id, home_cell_id) values ('p', 'Nguyễn Thị Ánh', 'p', 3)").update();
        sql.sql("""
                insert into visit (person_id, cell_id, meeting_at, state, receiver_id) values (1, 3, now(), 'ATTENDED', 1),
                    (1, 3, now(), 'ATTENDED', 2)""").update();
        sql.sql("insert into report (visit_id, state, content) values (1, 'DRAFT', ?::jsonb), (2, 'DRAFT', ?::jsonb)")
                .params(OLD, OLD_DRAFT).update();
    }
}
