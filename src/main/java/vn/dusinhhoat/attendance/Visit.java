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
import vn.dusinhhoat.calendar.LimitStart;
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
    @Enumerated(EnumType.STRING)
    private VisitOrigin origin = VisitOrigin.PLANNED;
    @Column(name = "carry_over")
    private boolean carryOver;
    @Column(name = "absence_entry")
    private Long absenceEntry;
    @Enumerated(EnumType.STRING)
    @Column(name = "host_opinion")
    private HostOpinion hostOpinion;
    @Column(name = "host_objection")
    private String hostObjection;
    @Column(name = "counts_from")
    private LocalDate countsFrom;
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

    /** Day of the meeting in Vietnam. */
    public LocalDate meetingDay() {
        return meetingAt.atZone(TimeZones.VIETNAM).toLocalDate();
    }

    /**
     * Day in Vietnam on which the system made the visit after its meeting, because it had stood still; null for a visit
     * that was there in time.
     */
    public LocalDate countsFrom() {
        return countsFrom;
    }

    /** What the visit's limits count from: the meeting, or the day on which the system made the visit late. */
    public LimitStart limitStart() {
        return LimitStart.of(meetingDay(), countsFrom);
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

    void extra() {
        this.origin = VisitOrigin.EXTRA;
    }

    void move(Long newCellId, Instant newMeetingAt) {
        this.cellId = newCellId;
        this.meetingAt = newMeetingAt;
        this.state = VisitState.MOVED;
        this.hostOpinion = null;
        this.hostObjection = null;
    }

    void takeOver(Long successorCellId) {
        this.cellId = successorCellId;
    }

    /** The date is still to be agreed with the cell. */
    void followPlan(Long plannedCellId, Instant plannedMeetingAt) {
        this.cellId = plannedCellId;
        this.meetingAt = plannedMeetingAt;
        this.state = VisitState.SCHEDULED;
        this.hostOpinion = null;
        this.hostObjection = null;
    }

    void agree(Instant agreedMeetingAt) {
        this.meetingAt = agreedMeetingAt;
        this.state = VisitState.AGREED;
    }

    void reportAbsence(AbsenceReason reason, String note, boolean makeUpLater, Long entry) {
        this.absenceReason = reason;
        this.absenceNote = note;
        this.carryOver = makeUpLater;
        this.absenceEntry = entry;
        this.state = VisitState.ABSENCE_PENDING;
    }

    void absenceDecided(boolean excused) {
        this.state = !excused ? VisitState.MISSED : carryOver ? VisitState.CARRIED_OVER : VisitState.EXCUSED;
    }

    void hostSilent() {
        this.hostOpinion = HostOpinion.SILENT;
    }

    void hostObjected(String why) {
        this.hostOpinion = HostOpinion.OBJECTED;
        this.hostObjection = why;
    }

    void objectionDecided(boolean stands) {
        this.hostOpinion = stands ? HostOpinion.KEPT : HostOpinion.NOT_ATTENDED;
        if (!stands) {
            this.state = VisitState.MISSED;
        }
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

    /** Whether an excused absence is to be made up for in the next period (situation C5). */
    public boolean carryOver() {
        return carryOver;
    }

    /** The span of days that the absence was reported for at once; null for a single visit. */
    public Long absenceEntry() {
        return absenceEntry;
    }

    public VisitOrigin origin() {
        return origin;
    }

    /** What the host committee said; null while it may still say something. */
    public HostOpinion hostOpinion() {
        return hostOpinion;
    }

    /** Why the host committee wants the visit to be looked at again; null when it does not. */
    public String hostObjection() {
        return hostObjection;
    }

    public String absenceNote() {
        return absenceNote;
    }
}
