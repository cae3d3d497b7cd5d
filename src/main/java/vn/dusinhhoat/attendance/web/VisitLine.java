package vn.dusinhhoat.attendance.web;

import vn.dusinhhoat.attendance.VisitList.Line;

/** One's own visit in the list; texts are Vietnamese. What may be done with it now is said here, not guessed by the page. */
record VisitLine(Long id, String cell, String commune, String meetingAt, String state, String limit, String receiver,
                 boolean mayAgree, boolean mayMove, boolean mayReportNotHeld, boolean mayWithdraw, boolean mayCorrect) {

    static VisitLine of(Line visit) {
        return new VisitLine(visit.id(), visit.cell(), visit.commune(), ReportViews.time(visit.meetingAt().toInstant()), visit.label(),
                visit.limitReason(), visit.receiver(), visit.mayAgree(), visit.mayMove(), visit.mayReportNotHeld(),
                visit.mayWithdraw(), visit.mayCorrect());
    }
}
