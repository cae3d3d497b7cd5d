package vn.dusinhhoat.platform.web;

import static vn.dusinhhoat.platform.web.HostileWard.API;
import static vn.dusinhhoat.platform.web.HostileWard.OFFICE;
import static vn.dusinhhoat.platform.web.HostileWard.RECEIVER;
import static vn.dusinhhoat.platform.web.HostileWard.VISITOR;
import static vn.dusinhhoat.platform.web.HostileWard.today;

import java.util.Map;
import java.util.function.Supplier;

/** How the texts of visits and reports are sent, and where they are kept. */
class VisitTexts {

    private final HostileWard ward;

    VisitTexts(HostileWard ward) {
        this.ward = ward;
    }

    Map<String, Supplier<TextRow>> ofVisits() {
        return Map.ofEntries(
                Map.entry("HostController.Objection.reason", () -> {
                    ward.attended();
                    return ward.row("nội dung cần xem lại", OFFICE, "POST", API + "/host/visits/" + ward.visit().id() + "/objection",
                            "{\"reason\":%s}", "select host_objection from visit where id = " + ward.visit().id());
                }),
                Map.entry("MyVisitsController.Extra.reason", () -> ward.row("dự ngoài kế hoạch", VISITOR, "POST", API + "/visits",
                        "{\"cellId\":" + ward.cell() + ",\"meetingAt\":\"" + today().plusDays(9) + "T19:30\",\"reason\":%s}",
                        "select detail from visit_event order by id desc limit 1")),
                Map.entry("MyVisitsController.Span.note", () -> ward.row("lý do", VISITOR, "POST", API + "/visits/absence-days",
                        "{\"from\":\"" + today().plusDays(300) + "\",\"to\":\"" + today().plusDays(300) + "\",\"reason\":\"OTHER\",\"note\":%s}",
                        "select note from absence_entry order by id desc limit 1")),
                Map.entry("VisitChangeController.Move.reason", () -> ward.onVisit("lý do đổi lịch", ward.scheduled(), "/move",
                        "{\"meetingAt\":\"" + today().plusDays(21) + "T20:00\",\"reason\":%s}")),
                Map.entry("VisitChangeController.Absence.note", () -> {
                    ward.scheduled();
                    return ward.row("lý do", VISITOR, "POST", API + "/visits/" + ward.visit().id() + "/absence", "{\"reason\":\"OTHER\",\"note\":%s}",
                            "select absence_note from visit where id = " + ward.visit().id());
                }),
                Map.entry("VisitChangeController.NotHeld.note", () -> {
                    ward.attended();
                    return ward.onVisit("vì sao chi bộ không họp", ward.visit(), "/not-held", "{\"note\":%s}");
                }),
                Map.entry("VisitChangeController.Correction.reason", () -> ward.onVisit("lý do đính chính", ward.received(), "/correct", "{\"reason\":%s}")));
    }

    Map<String, Supplier<TextRow>> ofReports() {
        return Map.ofEntries(
                Map.entry("ReportFormController.PaperRequest.number", () -> ward.row("số của bản giấy", VISITOR, "PUT", ward.task(ward.attended()) + "/paper",
                        "{\"day\":\"" + today() + "\",\"number\":%s}", "select paper_number from report where visit_id = " + ward.visit().id())),
                Map.entry("ReportFormController.RemarkRequest.remark", () -> ward.row("nhận xét", RECEIVER, "PUT", ward.task(ward.sent()) + "/remark",
                        "{\"remark\":%s}", "select remark from report where visit_id = " + ward.visit().id())),
                Map.entry("ReportFormController.SupplementRequest.request", () -> ward.row("nội dung đề nghị bổ sung", RECEIVER, "PUT",
                        ward.task(ward.sent()) + "/supplement-request", "{\"request\":%s}",
                        "select supplement_request from report where visit_id = " + ward.visit().id())),
                Map.entry("TypingController.Paper.number", () -> {
                    ward.attended();
                    return ward.row("số của bản giấy", OFFICE, "POST", API + "/typing/" + ward.visit().id() + "/paper",
                            "{\"arrival\":\"" + today() + "\",\"number\":%s}", "select paper_number from report where visit_id = " + ward.visit().id());
                }));
    }
}
