package vn.dusinhhoat.attendance.files;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.attendance.ReportState;
import vn.dusinhhoat.platform.FileName;
import vn.dusinhhoat.platform.RuleViolation;

/** Files of reports, in the database. Who may see a report is asked before: here a visit's id is the right to it. */
@Service
public class ReportFiles {

    private static final int MOST = 10;
    static final int LONGEST_NAME = 200;
    static final String NAMELESS = "tep-kem-theo";

    private final JdbcClient sql;
    private final Clock clock;

    ReportFiles(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Files of the report as it is now, in the order they came. */
    @Transactional(readOnly = true)
    public List<ReportFile> of(Long visitId) {
        return sql.sql("select id, name, size from report_file where visit_id = :visit and removed_at is null order by id")
                .param("visit", visitId).query(ReportFile.class).list();
    }

    /** The file, if it belongs to the report as it is now. */
    @Transactional(readOnly = true)
    public Optional<ReportFile> find(Long visitId, Long fileId) {
        return of(visitId).stream().filter(file -> file.id().equals(fileId)).findFirst();
    }

    /** The same for the visitor, who also gets what only an earlier version has. */
    @Transactional(readOnly = true)
    public Optional<ReportFile> findInAnyVersion(Long visitId, Long fileId) {
        return sql.sql("select id, name, size from report_file where visit_id = :visit and id = :id")
                .param("visit", visitId).param("id", fileId).query(ReportFile.class).optional();
    }

    /**
     * What is in a file that has been found.
     *
     * @throws org.springframework.dao.EmptyResultDataAccessException when it has been removed meanwhile
     */
    @Transactional(readOnly = true)
    public byte[] content(ReportFile file) {
        return sql.sql("select content from report_file where id = ?").param(file.id()).query((row, number) -> row.getBytes(1)).single();
    }

    /**
     * Puts a file to the report.
     *
     * @param sentName as the browser gave it; anything
     * @throws RuleViolation when the report is not open, has ten files, or the file may not be attached
     */
    @Transactional
    public ReportFile add(Long visitId, String actor, String sentName, byte[] content) {
        String name = FileName.of(sentName, NAMELESS, LONGEST_NAME);
        FileKind kind = FileCheck.kindOf(name, content);
        lockOpen(visitId);
        int count = sql.sql("select count(*) from report_file where visit_id = :visit and removed_at is null")
                .param("visit", visitId).query(Integer.class).single();
        if (count >= MOST) {
            throw new RuleViolation("Báo cáo đã có " + MOST + " tệp kèm theo: bỏ bớt một tệp rồi đính kèm tệp khác.");
        }
        Long id = sql.sql("""
                insert into report_file (visit_id, name, kind, size, content, uploaded_at, uploaded_by)
                values (:visit, :name, :kind, :size, :content, :at, :by) returning id""")
                .param("visit", visitId).param("name", name).param("kind", kind.name()).param("size", content.length)
                .param("content", content).param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("by", actor)
                .query(Long.class).single();
        return new ReportFile(id, name, content.length);
    }

    /**
     * Takes a file away from the report; versions that were sent with it keep it.
     *
     * @throws RuleViolation when the report is not open
     */
    @Transactional
    public void remove(Long visitId, Long fileId) {
        lockOpen(visitId);
        int deleted = sql.sql("""
                delete from report_file f where visit_id = :visit and id = :id
                    and not exists (select 1 from report_version_file s where s.file_id = f.id)""")
                .param("visit", visitId).param("id", fileId).update();
        if (deleted == 0) {
            sql.sql("update report_file set removed_at = coalesce(removed_at, :now) where visit_id = :visit and id = :id")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("visit", visitId).param("id", fileId).update();
        }
    }

    /** Two uploads at once come one after the other, and none comes while the report is being sent. */
    private void lockOpen(Long visitId) {
        ReportState state = sql.sql("select state from report where visit_id = :visit for update")
                .param("visit", visitId).query(ReportState.class).single();
        if (!state.isOpen()) {
            throw new RuleViolation("Báo cáo này đã gửi: muốn thay tệp kèm theo, rút lại báo cáo khi nơi nhận chưa tiếp nhận.");
        }
    }
}
