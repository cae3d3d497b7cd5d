package vn.dusinhhoat.organization.register;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.organization.LoginsInUse;
import vn.dusinhhoat.organization.Progress;
import vn.dusinhhoat.platform.Audit;

/** The whole organisation in and out as one workbook (.xlsx). */
@Service
public class OrganizationRegister {

    private static final int DONE = 100;

    /**
     * What was found out about a workbook.
     *
     * @param revision   number of the newest change of the organisation that the workbook was held against
     * @param faults     what must be mended, by sheet and line; at most 5,000
     * @param faultCount how many there are
     * @param changes    what applying would do; empty while there are faults
     */
    public record Checked(long revision, List<Fault> faults, int faultCount, List<Change> changes) {
    }

    private final StoredRegister stored;
    private final RegisterWriter writer;
    private final LoginsInUse logins;
    private final Audit audit;
    private final Clock clock;

    OrganizationRegister(StoredRegister stored, RegisterWriter writer, LoginsInUse logins, Audit audit, Clock clock) {
        this.stored = stored;
        this.writer = writer;
        this.logins = logins;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes the empty workbook that people fill. */
    public void writeTemplate(OutputStream out) throws IOException {
        RegisterWorkbook.write(new Register(), out);
    }

    /** Writes the present organisation in the same workbook; taken in again it changes nothing. */
    @Transactional(readOnly = true)
    public void writeCurrent(OutputStream out) throws IOException {
        RegisterWorkbook.write(stored.load(), out);
    }

    /**
     * Checks a workbook as a whole and says what it would change. Changes nothing.
     *
     * @throws IOException when the file cannot be read from disk
     */
    @Transactional(readOnly = true)
    public Checked check(Path workbook, Progress progress) throws IOException {
        long revision = writer.revision();
        WorkbookComparison comparison = compare(workbook, progress);
        List<Change> changes = comparison.faults().count() > 0 ? List.of()
                : comparison.changes().stream().map(comparison.words()::describe).toList();
        progress.at(DONE);
        return new Checked(revision, comparison.faults().sorted(), comparison.faults().count(), changes);
    }

    /**
     * Applies a workbook in one transaction, provided that nothing has changed since it was checked.
     *
     * @param checkedAgainst {@link Checked#revision()} of the check that people saw
     * @param actor          user id of who decided
     * @return whether it was applied; if not, it has to be checked again
     * @throws IOException when the file cannot be read from disk
     */
    @Transactional
    public boolean apply(Path workbook, long checkedAgainst, String actor, Progress progress) throws IOException {
        if (writer.lockRevision() != checkedAgainst) {
            return false;
        }
        WorkbookComparison comparison = compare(workbook, percent -> progress.at(percent / 3));
        if (comparison.faults().count() > 0) {
            return false;
        }
        writer.write(comparison.changes(), comparison.words(), actor, percent -> progress.at(30 + percent * 2 / 3));
        audit.recordWithChange(Audit.Entry.done(Audit.Kind.ORGANIZATION_CHANGE, actor, "organization", writer.revision(),
                "changes=" + comparison.changes().size()));
        return true;
    }

    private WorkbookComparison compare(Path workbook, Progress progress) throws IOException {
        return WorkbookComparison.of(workbook, stored.load(), logins, LocalDate.now(clock), progress);
    }
}
