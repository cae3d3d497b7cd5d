package vn.dusinhhoat.organization.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.organization.Progress;
import vn.dusinhhoat.organization.register.Change;
import vn.dusinhhoat.organization.register.Fault;
import vn.dusinhhoat.organization.register.OrganizationRegister;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.TimeZones;

/** Imports of the organisation: one at a time, checked as a whole, decided by a person, applied whole or not at all. */
@Service
public class OrganizationImports {

    /** Lines on a page of faults or changes. */
    public static final int PAGE = 50;
    private static final int LATEST = 10;
    private static final int SHOW_EVERY = 5;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH 'giờ' mm 'phút, ngày' dd/MM/yyyy");

    private final ImportTables tables;
    private final OrganizationRegister register;
    private final ImportProcess process;

    OrganizationImports(ImportTables tables, OrganizationRegister register, ImportProcess process) {
        this.tables = tables;
        this.register = register;
        this.process = process;
    }

    /**
     * Takes a file in and starts its case.
     *
     * @return id of the import
     * @throws RuleViolation when another import is still open
     */
    @Transactional
    public Long upload(UploadedFile file, String userId) {
        tables.open().ifPresent(open -> {
            throw openAlready(open);
        });
        try {
            Long id = tables.create(file.name(), file.content(), userId);
            process.start(id);
            return id;
        } catch (DuplicateKeyException e) {
            throw new RuleViolation("Một đồng chí khác vừa bắt đầu cập nhật: đợi lượt đó xong rồi tải tệp lên lại.");
        }
    }

    private static RuleViolation openAlready(OrganizationImport open) {
        return new RuleViolation("Tài khoản " + open.uploadedBy() + " đang cập nhật tổ chức, bắt đầu lúc "
                + moment(open.uploadedAt()) + ": hoàn tất hoặc hủy lượt đó rồi tải tệp lên lại.");
    }

    /** As people read it. */
    public static String moment(OffsetDateTime at) {
        return at == null ? null : MOMENT.format(at.atZoneSameInstant(TimeZones.VIETNAM));
    }

    /**
     * The import with this id.
     *
     * @throws java.util.NoSuchElementException when there is none
     */
    @Transactional(readOnly = true)
    public OrganizationImport get(Long id) {
        return tables.find(id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<OrganizationImport> find(Long id) {
        return tables.find(id);
    }

    /** The latest imports, newest first. */
    @Transactional(readOnly = true)
    public List<OrganizationImport> latest() {
        return tables.latest(LATEST);
    }

    /**
     * Puts a mended file in the place of a faulty one.
     *
     * @throws RuleViolation when the import does not wait for a file
     */
    @Transactional
    public void replaceFile(Long id, UploadedFile file) {
        ImportState state = get(id).state();
        if (state != ImportState.FAULTY && state != ImportState.UPLOADED) {
            throw new RuleViolation("Lượt cập nhật này không còn chờ tệp: tải lại danh sách công việc.");
        }
        tables.replaceFile(id, file.name(), file.content());
    }

    /** Checks the file and keeps what was found. Returns whether it has no faults. */
    @Transactional
    public boolean check(Long id) {
        tables.showState(id, ImportState.CHECKING, 0);
        OrganizationRegister.Checked checked = withFile(id, file -> register.check(file, shown(id, ImportState.CHECKING)));
        tables.store(id, checked);
        return checked.faultCount() == 0;
    }

    /**
     * A person's decision; what follows from it is on the diagram.
     *
     * @throws RuleViolation when it cannot be decided so in this state
     */
    @Transactional
    public void decide(Long id, ImportDecision decision, String userId) {
        ImportState state = get(id).state();
        if (decision == ImportDecision.CHECK && state != ImportState.UPLOADED) {
            throw new RuleViolation("Chưa có tệp đã sửa: chọn tệp rồi bấm Kiểm tra lại.");
        }
        if (decision == ImportDecision.APPLY && state != ImportState.READY) {
            throw new RuleViolation("Tệp chưa được kiểm tra xong: tải lại danh sách công việc.");
        }
        // At once, so that who decided sees the work begin and not the question again.
        tables.decided(id, userId, decision == ImportDecision.APPLY ? ImportState.APPLYING : state);
    }

    /** Applies what was checked. Returns false when the organisation has changed since: then it is checked again. */
    @Transactional
    public boolean apply(Long id) {
        OrganizationImport found = get(id);
        tables.showState(id, ImportState.APPLYING, 0);
        boolean applied = withFile(id, file -> register.apply(file, found.checkedAgainst(), found.decidedBy(),
                shown(id, ImportState.APPLYING)));
        if (applied) {
            tables.finish(id, ImportState.APPLIED);
        }
        return applied;
    }

    @Transactional
    public void cancel(Long id) {
        tables.finish(id, ImportState.CANCELLED);
    }

    @Transactional(readOnly = true)
    public List<Fault> faults(Long id, int page) {
        return tables.faults(id, page * PAGE, PAGE);
    }

    @Transactional(readOnly = true)
    public List<Fault> allFaults(Long id) {
        return tables.faults(id, 0, Integer.MAX_VALUE);
    }

    /** What the import changes, by unit. */
    @Transactional(readOnly = true)
    public List<UnitChanges> units(Long id) {
        return tables.units(id);
    }

    @Transactional(readOnly = true)
    public List<Change> changes(Long id, String unitCode, int page) {
        return tables.changes(id, unitCode, page * PAGE, PAGE);
    }

    private Progress shown(Long id, ImportState state) {
        int[] last = {0};
        return percent -> {
            if (percent >= last[0] + SHOW_EVERY) {
                last[0] = percent;
                tables.showState(id, state, percent);
            }
        };
    }

    private interface FileWork<T> {
        T with(Path file) throws IOException;
    }

    private <T> T withFile(Long id, FileWork<T> work) {
        try {
            Path file = Files.createTempFile("to-chuc-", ".xlsx");
            try {
                Files.write(file, tables.file(id));
                return work.with(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
