package vn.dusinhhoat.attendance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import vn.dusinhhoat.attendance.form.FormVersion;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.calendar.Limit;

/** The report of a visit, from its first saved word to its reception. */
@Entity
public class Report {

    @Id
    @Column(name = "visit_id")
    private Long visitId;
    @Enumerated(EnumType.STRING)
    private ReportState state;
    @Column(name = "limit_at")
    private Instant limitAt;
    @Column(name = "limit_reason")
    private String limitReason;
    @Column(name = "limit_days")
    private Integer limitDays;
    @JdbcTypeCode(SqlTypes.JSON)
    private ReportAnswers content;
    @Enumerated(EnumType.STRING)
    @Column(name = "form_audience", updatable = false)
    private FormVersion.Audience formAudience;
    @Column(name = "form_version", updatable = false)
    private int formVersion;
    @Column(name = "rubric_version", updatable = false)
    private int rubricVersion;
    @Column(name = "draft_version")
    private int draftVersion;
    @Column(name = "saved_at")
    private Instant savedAt;
    @Column(name = "submitted_at")
    private Instant submittedAt;
    @Column(name = "submitted_by")
    private String submittedBy;
    @Column(name = "on_time")
    private Boolean onTime;
    @Column(name = "received_at")
    private Instant receivedAt;
    @Column(name = "received_by")
    private String receivedBy;
    private String remark;
    @Column(name = "supplement_request")
    private String supplementRequest;
    @Column(name = "drafted_by")
    private String draftedBy;
    @Column(name = "paper_day")
    private LocalDate paperDay;
    @Column(name = "paper_number")
    private String paperNumber;
    @Column(name = "entered_by")
    private String enteredBy;
    @Column(name = "joint_visit_id")
    private Long jointVisitId;
    @Enumerated(EnumType.STRING)
    @Column(name = "ladder_step")
    private LateStep ladderStep;
    @Version
    @Column(name = "row_version")
    private int rowVersion;

    protected Report() {
    }

    Report(Long visitId, Limit limit, Period span, FormVersion form) {
        this.visitId = visitId;
        this.formAudience = form.audience();
        this.formVersion = form.form();
        this.rubricVersion = form.rubric();
        this.state = ReportState.NOT_STARTED;
        this.limitAt = limit.at();
        this.limitReason = limit.explanation();
        this.limitDays = span.getDays();
        this.content = ReportAnswers.EMPTY;
    }

    void saveDraft(ReportAnswers answers, Instant now) {
        this.content = answers;
        this.paperDay = null;
        this.paperNumber = null;
        this.jointVisitId = null;
        if (state == ReportState.NOT_STARTED) {
            this.state = ReportState.DRAFT;
        }
        this.draftVersion++;
        this.savedAt = now;
    }

    /** Whether a submission at this moment is late: one rule for what the form says and what is recorded. */
    public boolean isLateAt(Instant moment) {
        return !new Limit(Limit.dayOf(limitAt), limitReason).isMetBy(moment);
    }

    /** The first submission decides whether it was on time, whatever is added later. */
    void submit(String actor, ReportAnswers answers, Instant now) {
        this.content = answers;
        if (submittedAt != null) {
            this.state = state == ReportState.TO_CORRECT ? ReportState.CORRECTED : ReportState.SUPPLEMENTED;
            this.supplementRequest = null;
            return;
        }
        submitFirst(actor, now, !isLateAt(now));
    }

    /** Whether it came in time is told by the day on which the paper came, not by when it was typed (situation C24). */
    void enterFromPaper(String visitor, String clerk, LocalDate arrival, String number, Instant now) {
        this.paperDay = arrival;
        this.paperNumber = number;
        this.enteredBy = clerk;
        submitFirst(visitor, now, !arrival.isAfter(Limit.dayOf(limitAt)));
    }

    private void submitFirst(String actor, Instant now, boolean metLimit) {
        this.state = isWithoutContent() ? ReportState.PAPER : metLimit ? ReportState.SUBMITTED : ReportState.SUBMITTED_LATE;
        this.submittedAt = now;
        this.submittedBy = actor;
        this.onTime = metLimit;
    }

    /** Sensitive matters: the content is on paper only, number and day are kept (ruling B7). */
    void onPaperOnly(LocalDate day, String number) {
        this.content = ReportAnswers.EMPTY;
        this.paperDay = day;
        this.paperNumber = number;
        this.jointVisitId = null;
        this.draftVersion++;
    }

    /** The report of another member of the same delegation is this one too (situation C3). */
    void joint(Long otherVisit, ReportAnswers answers, Instant now) {
        saveDraft(answers, now);
        this.jointVisitId = otherVisit;
    }

    /** Typed by an assistant, to be confirmed by the visitor (situation C12). */
    void toConfirm(String assistant) {
        this.draftedBy = assistant;
        this.state = ReportState.TO_CONFIRM;
    }

    void correct() {
        this.state = ReportState.TO_CORRECT;
    }

    /** No correction came: what was received stays. */
    void keepReceived(ReportAnswers received) {
        this.content = received;
        this.draftVersion++;
        this.state = ReportState.RECEIVED;
    }

    void remark(String note) {
        this.remark = note;
    }

    void request(String wanted) {
        this.supplementRequest = wanted;
    }

    void askMore() {
        this.state = ReportState.TO_SUPPLEMENT;
    }

    void withdraw() {
        this.state = ReportState.WITHDRAWN;
        this.supplementRequest = null;
    }

    /** Nothing was added in time: what was sent before counts. */
    void keepSent(ReportAnswers sent) {
        this.content = sent;
        this.draftVersion++;
        this.state = ReportState.SUPPLEMENTED;
    }

    void notApplicable() {
        this.state = ReportState.NOT_APPLICABLE;
    }

    /** The meeting was moved: another limit, what was typed stays. */
    void reopen(Limit limit, Period span) {
        this.limitAt = limit.at();
        this.limitReason = limit.explanation();
        this.limitDays = span.getDays();
        this.ladderStep = null;
        if (state == ReportState.NOT_APPLICABLE) {
            this.state = savedAt == null ? ReportState.NOT_STARTED : ReportState.DRAFT;
        }
    }

    /** The ladder goes up only: urging once more takes nothing back. */
    void climb(LateStep step) {
        if (ladderStep == null || ladderStep.compareTo(step) < 0) {
            this.ladderStep = step;
        }
    }

    void closeUnreported() {
        this.state = ReportState.NOT_REPORTED;
    }

    void receive(String actor, Instant now) {
        this.state = ReportState.RECEIVED;
        this.receivedAt = now;
        this.receivedBy = actor;
    }

    /** Whether number and day of a paper stand for the content (ruling B7). */
    public boolean isWithoutContent() {
        return paperDay != null && content.equals(ReportAnswers.EMPTY);
    }

    /** Whether the content was written by somebody else of the same delegation (situation C3). */
    public boolean isJoint() {
        return jointVisitId != null;
    }

    /** User id of the assistant who typed it; null when nobody did. */
    public String draftedBy() {
        return draftedBy;
    }

    /** Day of the paper, in Vietnam; null when there is none. */
    public LocalDate paperDay() {
        return paperDay;
    }

    public String paperNumber() {
        return paperNumber;
    }

    public Long visitId() {
        return visitId;
    }

    public ReportState state() {
        return state;
    }

    /** Last second at which the report is on time. */
    public Instant limitAt() {
        return limitAt;
    }

    /** One sentence that says how the limit comes about. */
    public String limitReason() {
        return limitReason;
    }

    public ReportAnswers answers() {
        return content;
    }

    /** The form it was started with and keeps. */
    public FormVersion form() {
        return new FormVersion(formAudience, formVersion, rubricVersion);
    }

    /** Counts the savings of the draft; who saves names the version they started from. */
    public int draftVersion() {
        return draftVersion;
    }

    /** When the draft was last saved; null before the first time. */
    public Instant savedAt() {
        return savedAt;
    }

    /** When the report was first sent; null before. */
    public Instant submittedAt() {
        return submittedAt;
    }

    public String submittedBy() {
        return submittedBy;
    }

    /** Whether the first submission met the limit; null before it. */
    public Boolean onTime() {
        return onTime;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public String receivedBy() {
        return receivedBy;
    }

    /** What the receiver asks to be added; null when nothing is asked. */
    public String supplementRequest() {
        return supplementRequest;
    }

    /** The receiver's remark on the quality of participation; null when there is none. */
    public String remark() {
        return remark;
    }
}
