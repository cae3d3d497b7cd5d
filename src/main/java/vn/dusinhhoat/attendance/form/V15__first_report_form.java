package vn.dusinhhoat.attendance.form;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Version 1 of form and rubric, as shipped. Its fields have the names that answers had before, so that reports already
 * started go on with it. The checksum makes a start refuse a release whose files differ: a version never changes.
 */
@Component
class V15__first_report_form extends BaseJavaMigration {

    private static final String FOLDER = "report-form/";
    private static final List<String> FILES = List.of("committee-1.json", "commune-1.json", "rubric-1.json");
    /** Before the first visit of all. */
    private static final String ALWAYS = "date '2018-01-01'";

    @Override
    public Integer getChecksum() {
        CRC32 sum = new CRC32();
        FILES.forEach(file -> sum.update(content(file).getBytes(StandardCharsets.UTF_8)));
        return (int) sum.getValue();
    }

    @Override
    public void migrate(Context context) throws SQLException {
        JdbcClient sql = JdbcClient.create(new SingleConnectionDataSource(context.getConnection(), true));
        sql.sql("insert into report_form values ('COMMITTEE', 1, ?::jsonb, " + ALWAYS + "), ('COMMUNE', 1, ?::jsonb, " + ALWAYS + ")")
                .params(content(FILES.get(0)), content(FILES.get(1))).update();
        sql.sql("insert into score_rubric values (1, ?::jsonb, " + ALWAYS + ")").param(content(FILES.get(2))).update();
        sql.sql("""
                update report r set form_version = 1, rubric_version = 1, form_audience =
                    (select case when u.level = 'COMMUNE' then 'COMMUNE' else 'COMMITTEE' end
                     from visit v left join body b on b.id = v.receiver_id left join party_unit u on u.id = b.unit_id
                     where v.id = r.visit_id)""").update();
        sql.sql("""
                alter table report alter column form_version set not null, alter column rubric_version set not null,
                    alter column form_audience set not null""").update();
    }

    private static String content(String file) {
        try {
            // Git may write lines otherwise on Windows.
            return new ClassPathResource(FOLDER + file).getContentAsString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
