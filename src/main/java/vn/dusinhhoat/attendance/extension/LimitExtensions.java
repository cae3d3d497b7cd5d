package vn.dusinhhoat.attendance.extension;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.dusinhhoat.attendance.ExtendedLimit;
import vn.dusinhhoat.attendance.ExtendedLimit.Effect;
import vn.dusinhhoat.attendance.ExtendedLimits;
import vn.dusinhhoat.organization.LookupPage;
import vn.dusinhhoat.organization.OrganizationLookup;
import vn.dusinhhoat.organization.UnitLevel;
import vn.dusinhhoat.platform.Audit;
import vn.dusinhhoat.platform.Pages;
import vn.dusinhhoat.platform.RuleViolation;

/** More time by a document for listed communes: previewed, decided by a person, applied whole or not at all (C10). */
@Service
public class LimitExtensions {

    /** Limits on a page of the preview. */
    public static final int PAGE = 50;
    private static final int LATEST = 5;

    private final ExtensionTables tables;
    private final ExtensionScope scope;
    private final ExtendedLimits limits;
    private final OrganizationLookup lookup;
    private final ExtensionProcess process;
    private final Audit audit;
    private final Clock clock;

    LimitExtensions(ExtensionTables tables, ExtensionScope scope, ExtendedLimits limits, OrganizationLookup lookup,
                    ExtensionProcess process, Audit audit, Clock clock) {
        this.tables = tables;
        this.scope = scope;
        this.limits = limits;
        this.lookup = lookup;
        this.process = process;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether somebody may extend anything at all. */
    @Transactional(readOnly = true)
    public boolean mayExtend(String userId, boolean administrator) {
        return !scope.communesOf(userId, administrator).unitCodes().isEmpty();
    }

    /** Communes that somebody may choose, by a part of the name, with or without tone marks. */
    @Transactional(readOnly = true)
    public LookupPage<OrganizationLookup.Hit> communes(String userId, boolean administrator, String part, int page) {
        return lookup.units(scope.communesOf(userId, administrator), UnitLevel.COMMUNE, part, page);
    }

    /**
     * Keeps what is wanted and starts its case. Nothing is in force before the decision.
     *
     * @return id of the extension
     * @throws RuleViolation when something is missing or cannot be so, or a commune is beyond the caller's reach
     */
    @Transactional
    public Long propose(WantedExtension wanted, String userId, boolean administrator) {
        WantedExtension checked = new ExtensionCheck(LocalDate.now(clock)).checked(wanted);
        ExtensionScope.Scope unit = scope.requireFor(userId, administrator, checked.communes());
        Long id = tables.create(checked, unit.id(), userId);
        process.start(id, unit.code());
        return id;
    }

    /**
     * The case of an extension begins: once for each, and with what was checked.
     *
     * @throws RuleViolation when it was begun otherwise than by its form
     */
    @Transactional
    public void begin(Long id) {
        if (!tables.advance(id, ExtensionState.NEW, ExtensionState.OPEN)) {
            throw new RuleViolation("Chưa có nội dung gia hạn: ghi trong biểu mẫu rồi bấm Xem trước.");
        }
    }

    /**
     * Whether who started may decide for all communes.
     *
     * @throws RuleViolation when not
     */
    @Transactional(readOnly = true)
    public void checkScope(Long id, String userId, boolean administrator) {
        scope.requireFor(userId, administrator, tables.communes(id).stream().map(ExtensionTables.Commune::code).toList());
    }

    @Transactional(readOnly = true)
    public Optional<LimitExtension> find(Long id) {
        return tables.find(id);
    }

    /** The same, if the caller belongs to the staff of its unit or of one above. */
    @Transactional(readOnly = true)
    public Optional<LimitExtension> findFor(String userId, boolean administrator, Long id) {
        return tables.find(id).filter(found -> scope.reaches(userId, administrator, found.scopeUnitId()));
    }

    /** The latest that the caller's units have decided, newest first. */
    @Transactional(readOnly = true)
    public List<LimitExtension> latest(String userId, boolean administrator) {
        return tables.latest(scope.unitsOf(userId, administrator), LATEST);
    }

    /** All communes of an extension with the limits that move; worked out anew with every look. */
    @Transactional(readOnly = true)
    public List<ExtendedUnit> units(Long id) {
        Map<String, Map<Effect, Long>> counts = preview(id).stream().collect(Collectors.groupingBy(ExtendedLimit::unitCode,
                Collectors.groupingBy(ExtendedLimit::effect, Collectors.counting())));
        return tables.communes(id).stream().map(commune -> {
            Map<Effect, Long> count = counts.getOrDefault(commune.code(), Map.of());
            return new ExtendedUnit(commune.code(), commune.name(), count.getOrDefault(Effect.MOVES, 0L).intValue(),
                    count.getOrDefault(Effect.LADDER_STAYS, 0L).intValue(), count.getOrDefault(Effect.ON_TIME_AFTER_ALL, 0L).intValue());
        }).toList();
    }

    /** A page of the limits of a commune that move, soonest first. */
    @Transactional(readOnly = true)
    public List<ExtendedLimit> limits(Long id, String unitCode, int page) {
        return Pages.page(preview(id).stream().filter(limit -> limit.unitCode().equals(unitCode))
                .sorted(Comparator.comparing(ExtendedLimit::from).thenComparing(ExtendedLimit::subject)).toList(), page, PAGE);
    }

    private List<ExtendedLimit> preview(Long id) {
        return limits.wouldExtend(id, tables.find(id).orElseThrow().terms());
    }

    /**
     * A person's decision; what follows from it is on the diagram.
     *
     * @throws RuleViolation when the extension does not wait for one, or reaches farther than the caller by now
     */
    @Transactional
    public void decide(Long id, ExtensionDecision decision, String userId, boolean administrator) {
        ExtensionState next = decision == ExtensionDecision.APPLY ? ExtensionState.APPLYING : ExtensionState.OPEN;
        if (decision == ExtensionDecision.APPLY) {
            checkScope(id, userId, administrator);
        }
        if (!tables.advance(id, ExtensionState.OPEN, next)) {
            throw new RuleViolation("Lượt gia hạn này không còn chờ quyết định: tải lại danh sách công việc.");
        }
        tables.decidedBy(id, userId);
    }

    /** Puts the document in force and moves every limit that is there, in one transaction. */
    @Transactional
    public void apply(Long id) {
        limits.holdNewLimits();
        LimitExtension found = tables.find(id).filter(each -> each.state() == ExtensionState.APPLYING).orElseThrow();
        ExtendedLimits.Done done = limits.extend(id, found.terms(), found.decidedBy(), found.reason());
        tables.finish(id, ExtensionState.APPLIED, done.extended(), done.onTimeAfterAll());
        audit.recordWithChange(Audit.Entry.done(Audit.Kind.LIMIT_EXTENSION, found.decidedBy(), "limit_extension", id,
                "limits=" + done.extended()));
    }

    /** Closes an extension that was given up. One that is over already stays as it is. */
    @Transactional
    public void cancel(Long id) {
        if (tables.find(id).filter(found -> found.finishedAt() == null).isPresent()) {
            tables.finish(id, ExtensionState.CANCELLED, 0, 0);
        }
    }
}
