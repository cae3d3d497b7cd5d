package vn.dusinhhoat.organization.imports;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.dusinhhoat.organization.register.Change;
import vn.dusinhhoat.organization.register.Fault;
import vn.dusinhhoat.organization.register.OrganizationRegister.Checked;
import vn.dusinhhoat.platform.TimeZones;

/** Imports and what was found out about them, in tables. */
@Component
class ImportTables {

    private static final int BATCH = 500;
    private static final String COLUMNS = """
            select id, file_name, state, uploaded_by, uploaded_at, checked_against, fault_count, new_count, changed_count,
                   ended_count, progress, decided_by, finished_at from organization_import""";

    private final JdbcClient sql;
    private final JdbcTemplate batches;
    private final TransactionTemplate apart;
    private final Clock clock;

    ImportTables(JdbcClient sql, JdbcTemplate batches, PlatformTransactionManager transactions, Clock clock) {
        this.sql = sql;
        this.batches = batches;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    Long create(String fileName, byte[] file, String userId) {
        return sql.sql("""
                insert into organization_import (file_name, file, state, uploaded_by, uploaded_at)
                values (:name, :file, 'UPLOADED', :user, :now) returning id""")
                .param("name", fileName).param("file", file).param("user", userId).param("now", now()).query(Long.class).single();
    }

    Optional<OrganizationImport> find(Long id) {
        return sql.sql(COLUMNS + " where id = :id").param("id", id).query(OrganizationImport.class).optional();
    }

    Optional<OrganizationImport> open() {
        return sql.sql(COLUMNS + " where state not in ('APPLIED', 'CANCELLED')").query(OrganizationImport.class).optional();
    }

    /** The latest, newest first. */
    List<OrganizationImport> latest(int count) {
        return sql.sql(COLUMNS + " order by id desc limit :count").param("count", count).query(OrganizationImport.class).list();
    }

    byte[] file(Long id) {
        return sql.sql("select file from organization_import where id = :id").param("id", id).query(byte[].class).single();
    }

    void replaceFile(Long id, String fileName, byte[] file) {
        sql.sql("update organization_import set file_name = :name, file = :file, state = 'UPLOADED' where id = :id")
                .param("name", fileName).param("file", file).param("id", id).update();
    }

    /** In a transaction of its own: people see how far it is while the work goes on. */
    void showState(Long id, ImportState state, int percent) {
        apart.executeWithoutResult(status -> sql.sql("update organization_import set state = :state, progress = :percent where id = :id")
                .param("state", state.name()).param("percent", percent).param("id", id).update());
    }

    void decided(Long id, String userId, ImportState state) {
        sql.sql("update organization_import set decided_by = :user, state = :state, progress = 0 where id = :id")
                .param("user", userId).param("state", state.name()).param("id", id).update();
    }

    void finish(Long id, ImportState state) {
        sql.sql("update organization_import set state = :state, finished_at = :now, progress = 100 where id = :id")
                .param("state", state.name()).param("now", now()).param("id", id).update();
    }

    void store(Long id, Checked checked) {
        sql.sql("delete from organization_import_fault where import_id = :id").param("id", id).update();
        sql.sql("delete from organization_import_change where import_id = :id").param("id", id).update();
        storeFaults(id, checked.faults());
        storeChanges(id, checked.changes());
        sql.sql("""
                update organization_import set state = :state, checked_against = :revision, fault_count = :faults,
                       new_count = :new, changed_count = :changed, ended_count = :ended, progress = 100 where id = :id""")
                .param("state", (checked.faultCount() > 0 ? ImportState.FAULTY : ImportState.READY).name())
                .param("revision", checked.revision()).param("faults", checked.faultCount())
                .param("new", count(checked, Change.Action.NEW)).param("changed", count(checked, Change.Action.CHANGED))
                .param("ended", count(checked, Change.Action.ENDED)).param("id", id).update();
    }

    private static int count(Checked checked, Change.Action action) {
        return (int) checked.changes().stream().filter(change -> change.action() == action).count();
    }

    private void storeFaults(Long id, List<Fault> faults) {
        int[] position = {0};
        batches.batchUpdate("""
                insert into organization_import_fault (import_id, position, sheet, line, column_name, value, problem, remedy)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", faults, BATCH, (prepared, fault) -> {
            prepared.setLong(1, id);
            prepared.setInt(2, position[0]++);
            prepared.setString(3, fault.sheet());
            prepared.setObject(4, fault.line());
            prepared.setString(5, fault.column());
            prepared.setString(6, fault.value());
            prepared.setString(7, fault.problem());
            prepared.setString(8, fault.remedy());
        });
    }

    private void storeChanges(Long id, List<Change> changes) {
        int[] position = {0};
        batches.batchUpdate("""
                insert into organization_import_change (import_id, position, unit_code, unit_name, sheet, action, label, detail)
                values (?, ?, ?, ?, ?, ?, ?, ?)""", changes, BATCH, (prepared, change) -> {
            prepared.setLong(1, id);
            prepared.setInt(2, position[0]++);
            prepared.setString(3, change.unitCode());
            prepared.setString(4, change.unitName());
            prepared.setString(5, change.sheet());
            prepared.setString(6, change.action().name());
            prepared.setString(7, change.label());
            prepared.setString(8, change.detail());
        });
    }

    List<Fault> faults(Long id, int from, int count) {
        return sql.sql("""
                select sheet, line, column_name as "column", value, problem, remedy from organization_import_fault
                where import_id = :id order by position limit :count offset :from""")
                .param("id", id).param("count", count).param("from", from).query(Fault.class).list();
    }

    List<UnitChanges> units(Long id) {
        return sql.sql("""
                select unit_code, max(unit_name) as unit_name, count(*) filter (where action = 'NEW') as new_count,
                       count(*) filter (where action = 'CHANGED') as changed_count,
                       count(*) filter (where action = 'ENDED') as ended_count
                from organization_import_change where import_id = :id group by unit_code
                order by max(unit_name) collate vietnamese, unit_code""").param("id", id).query(UnitChanges.class).list();
    }

    List<Change> changes(Long id, String unitCode, int from, int count) {
        return sql.sql("""
                select unit_code, unit_name, sheet, action, label, detail from organization_import_change
                where import_id = :id and unit_code = :unit order by position limit :count offset :from""")
                .param("id", id).param("unit", unitCode).param("count", count).param("from", from).query(Change.class).list();
    }

    private OffsetDateTime now() {
        return clock.instant().atZone(TimeZones.VIETNAM).toOffsetDateTime();
    }
}
