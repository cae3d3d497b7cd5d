package vn.dusinhhoat.attendance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import vn.dusinhhoat.duty.ReportPath;
import vn.dusinhhoat.platform.TimeZones;

/** One visit of one person to the meeting of one cell. */
@Entity
public class Visit {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "person_id")
    private Long personId;
    @Column(name = "cell_id")
    private Long cellId;
    @Column(name = "meeting_at")
    private Instant meetingAt;
    @Enumerated(EnumType.STRING)
    private VisitState state;
    @Enumerated(EnumType.STRING)
    @Column(name = "report_path")
    private ReportPath reportPath;
    @Column(name = "receiver_id")
    private Long receiverId;
    @Enumerated(EnumType.STRING)
    @Column(name = "absence_reason")
    private AbsenceReason absenceReason;
    @Column(name = "absence_note")
    private String absenceNote;
    @Version
    @Column(name = "row_version")
    private int rowVersion;

    protected Visit() {
    }

    Visit(Long personId, Long cellId, Instant meetingAt) {
        this.personId = personId;
        this.cellId = cellId;
        this.meetingAt = meetingAt;
        this.state = VisitState.SCHEDULED;
    }

    public Long id() {
        return id;
    }

    public Long personId() {
        return personId;
    }

    /** The visited cell. */
    public Long cellId() {
        return cellId;
    }

    /** Start of the meeting. */
    public Instant meetingAt() {
        return meetingAt;
    }

    /** Day of the meeting in Vietnam: the event that the limit counts from. */
    public LocalDate meetingDay() {
        return meetingAt.atZone(TimeZones.VIETNAM).toLocalDate();
    }

    public VisitState state() {
        return state;
    }

    /** Body that receives the report; null until the report has been routed. */
    public Long receiverId() {
        return receiverId;
    }

    void attended(ReportRoute route) {
        this.state = VisitState.ATTENDED;
        this.reportPath = route.path();
        this.receiverId = route.receiver().id();
    }

    void move(Instant newMeetingAt) {
        this.meetingAt = newMeetingAt;
        this.state = VisitState.MOVED;
    }

    void reportAbsence(AbsenceReason reason, String note) {
        this.absenceReason = reason;
        this.absenceNote = note;
        this.state = VisitState.ABSENCE_PENDING;
    }

    void absenceDecided(boolean excused) {
        this.state = excused ? VisitState.EXCUSED : VisitState.MISSED;
    }

    void notHeld() {
        this.state = VisitState.NOT_HELD;
    }

    void end() {
        this.state = VisitState.ENDED;
    }

    /** Why the visitor did not attend; null when nothing was said. */
    public AbsenceReason absenceReason() {
        return absenceReason;
    }

    public String absenceNote() {
        return absenceNote;
    }
}
