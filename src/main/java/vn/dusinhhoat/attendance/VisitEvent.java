package vn.dusinhhoat.attendance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A fact of a visit: written once, never changed, kept longer than the engine's history. */
@Entity
@Immutable
@Table(name = "visit_event")
public class VisitEvent {

    /** What happened. */
    public enum Kind {
        SCHEDULED, REPORT_ROUTED, REPORT_OPENED, REPORT_SUBMITTED, LIMIT_PASSED, URGED, LISTED_FOR_LEADERS, LISTED_FOR_ABOVE,
        NOTED_TO_LEADER, CLOSED_UNREPORTED, RECEIVER_REMINDED, MORE_ASKED, WITHDRAWN, SUPPLEMENT_REMINDED,
        SENT_REPORT_KEPT, REPORT_RECEIVED, MOVED, AGREED, ABSENCE_REPORTED, ABSENCE_DECIDED, NOT_HELD, ENDED, HOST_SILENT,
        HOST_OBJECTED, OBJECTION_DECIDED, JOINED, DRAFTED, PAPER_ENTERED, CORRECTION_STARTED, CORRECTION_DROPPED, LIMIT_MOVED,
        LIMIT_EXTENDED, HANDED_OVER
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "visit_id")
    private Long visitId;
    private Instant at;
    private String actor;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    private String detail;

    protected VisitEvent() {
    }

    VisitEvent(Long visitId, Instant at, String actor, Kind kind, String detail) {
        this.visitId = visitId;
        this.at = at;
        this.actor = actor;
        this.kind = kind;
        this.detail = detail;
    }

    public Instant at() {
        return at;
    }

    /** User id of who did it; null when the system did. */
    public String actor() {
        return actor;
    }

    public Kind kind() {
        return kind;
    }

    /** Rule or values behind the fact, in Vietnamese; never text of the report. */
    public String detail() {
        return detail;
    }
}
