package vn.dusinhhoat.attendance;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A person's own visits, one statement a page. */
@Service
@Transactional(readOnly = true)
public class VisitList {

    /** Visits on a page. */
    public static final int PAGE = 20;

    private static final String OWN = """
            select v.id, c.name as cell, u.name as commune, v.meeting_at, v.state, v.origin, v.counts_from is not null as by_system, r.state as report_state,
                   r.limit_reason,
                   b.name as receiver
            from visit v join person p on p.id = v.person_id join party_unit c on c.id = v.cell_id
                 join party_unit u on u.id = c.parent_id left join report r on r.visit_id = v.id
                 left join body b on b.id = v.receiver_id
            where p.user_id = :user""";

    /**
     * A visit as its visitor sees it.
     *
     * @param bySystem    whether the system made the visit after its meeting, because it had stood still
     * @param reportState null before the report task is there
     * @param limitReason sentence that explains the limit; null before
     * @param receiver    body that receives the report; null before it is known
     */
    public record Line(Long id, String cell, String commune, OffsetDateTime meetingAt, VisitState state,
                       VisitOrigin origin, boolean bySystem, ReportState reportState,
                       String limitReason, String receiver) {

        /** Whether the report lies with its receiver and may be taken back (situation C16). */
        public boolean mayWithdraw() {
            return reportState != null && reportState.isWaiting() && reportState != ReportState.CORRECTED;
        }

        /** Whether the report was received and may be corrected (situation C16). */
        public boolean mayCorrect() {
            return state == VisitState.ATTENDED && reportState == ReportState.RECEIVED;
        }

        /** Whether the visitor may still say that the cell has agreed (ruling B3). */
        public boolean mayAgree() {
            return state.isDateOpen();
        }

        /** Whether the meeting may be moved and an absence reported: until the report is sent. */
        public boolean mayMove() {
            return state.isWaiting() || mayReportNotHeld();
        }

        /** Whether the meeting's evening has come and nothing was sent yet. */
        public boolean mayReportNotHeld() {
            return state == VisitState.ATTENDED && (reportState == ReportState.NOT_STARTED
                    || reportState == ReportState.DRAFT || reportState == ReportState.TO_CONFIRM);
        }

        /** Vietnamese state: that of the report once there is one to write. */
        public String label() {
            String label = state == VisitState.ATTENDED && reportState != null ? reportState.label() : state.label();
            return label + (origin == VisitOrigin.EXTRA ? " (ngoài kế hoạch)" : "") + (bySystem ? " (do hệ thống tạo muộn)" : "");
        }
    }

    private final JdbcClient sql;

    VisitList(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Visits of the person with this login, the latest first; one more than a page when there is a next one.
     *
     * @param page counted from 0
     */
    public List<Line> of(String userId, int page) {
        return sql.sql(OWN + " order by v.meeting_at desc, v.id desc limit :limit offset :offset").param("user", userId)
                .param("limit", PAGE + 1).param("offset", page * PAGE).query(Line.class).list();
    }

    /** The visit, if it is this person's. */
    public Optional<Line> find(String userId, Long visitId) {
        return sql.sql(OWN + " and v.id = :id").param("user", userId).param("id", visitId).query(Line.class).optional();
    }
}
