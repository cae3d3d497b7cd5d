package vn.dusinhhoat.organization.register;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.organization.OrganizationChanged;
import vn.dusinhhoat.organization.Progress;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.organization.register.Sheets.Units;

/** Writes changes into the tables; runs in the transaction of its caller. */
@Component
class RegisterWriter {

    private static final int BATCH = 500;
    private static final int ROWS_WRITTEN_AT = 70;

    private final JdbcTemplate sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RegisterWriter(JdbcTemplate sql, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** The number of the newest change. */
    long revision() {
        return sql.queryForObject("select number from organization_revision", Long.class);
    }

    /** The number of the newest change, while keeping every other change out until the transaction ends. */
    long lockRevision() {
        return sql.queryForObject("select number from organization_revision for update", Long.class);
    }

    void write(List<RowChange> changes, Descriptions words, String actor, Progress progress) {
        if (changes.isEmpty()) {
            return;
        }
        long revision = lockRevision() + 1;
        sql.update("update organization_revision set number = ?", revision);
        int sheetsDone = 0;
        for (Sheet sheet : Sheets.ALL) {
            write(sheet, changes.stream().filter(change -> change.sheet() == sheet).toList());
            sheetsDone++;
            progress.at(ROWS_WRITTEN_AT * sheetsDone / Sheets.ALL.size());
        }
        log(changes, words, revision, actor);
        events.publishEvent(new OrganizationChanged(revision));
    }

    private void write(Sheet sheet, List<RowChange> changes) {
        Tables.Table table = Tables.of(sheet);
        // Struck rows first: the right row may begin on the same day.
        run(table.delete(), changes.stream().filter(RowChange::isStruck).toList());
        List<RowChange> fresh = changes.stream().filter(RowChange::isNew).toList();
        List<RowChange> changed = changes.stream().filter(change -> !change.isNew() && !change.isStruck()).toList();
        if (sheet == Units.SHEET) {
            // Level by level: the unit above must be there when the next is written.
            for (UnitLevel level : UnitLevel.values()) {
                run(table.insert(), fresh.stream().filter(change -> change.after().get(Units.LEVEL) == level).toList());
            }
            run(table.update(), changed);
            run(Tables.END_OF_UNIT, changes);
            run(Tables.NAME_OF_UNIT, changes.stream()
                    .filter(change -> change.changes(Units.NAME) || change.changes(Units.NAME_FROM)).toList());
        } else {
            run(table.insert(), fresh);
            run(table.update(), changed);
        }
    }

    private void run(Tables.Statement statement, List<RowChange> changes) {
        if (!changes.isEmpty()) {
            sql.batchUpdate(statement.sql(), changes.stream().map(RowChange::after).toList(), BATCH, (prepared, row) -> {
                Object[] values = statement.valuesOf(row);
                for (int index = 0; index < values.length; index++) {
                    prepared.setObject(index + 1, values[index]);
                }
            });
        }
    }

    private void log(List<RowChange> changes, Descriptions words, long revision, String actor) {
        Timestamp now = Timestamp.from(clock.instant());
        sql.batchUpdate("""
                insert into organization_change (revision, at, actor, sheet, action, label, detail)
                values (?, ?, ?, ?, ?, ?, ?)""", changes, BATCH, (prepared, change) -> {
            Change described = words.describe(change);
            prepared.setLong(1, revision);
            prepared.setTimestamp(2, now);
            prepared.setString(3, actor);
            prepared.setString(4, described.sheet());
            prepared.setString(5, described.action().name());
            prepared.setString(6, described.label());
            prepared.setString(7, described.detail());
        });
    }
}
