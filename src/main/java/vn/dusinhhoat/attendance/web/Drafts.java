package vn.dusinhhoat.attendance.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.dusinhhoat.attendance.FormOfReport;
import vn.dusinhhoat.attendance.Report;
import vn.dusinhhoat.attendance.Reports;
import vn.dusinhhoat.attendance.form.ReportAnswers;
import vn.dusinhhoat.attendance.form.ReportForm;
import vn.dusinhhoat.attendance.form.ReportProblem;
import vn.dusinhhoat.attendance.form.ScoreRubric.Score;
import vn.dusinhhoat.platform.RuleViolation;

/** Drafts of reports as forms send them, whoever types. */
@Component
class Drafts {

    /**
     * A draft as sent by the form.
     *
     * @param basedOn version the typing started from
     */
    record Typed(int basedOn, JsonNode answers) {
    }

    /**
     * The draft as stored, with what still keeps it from being sent.
     *
     * @param late   whether sending it now is late; the form may have been open since before the limit
     * @param scores sum and level by score field that is complete
     */
    record Saved(int version, String savedAt, boolean late, List<ReportProblem> problems, Map<String, Score> scores) {
    }

    private final Reports reports;
    private final FormOfReport forms;
    private final ReportViews views;
    private final ObjectMapper json;

    Drafts(Reports reports, FormOfReport forms, ReportViews views, ObjectMapper json) {
        this.reports = reports;
        this.forms = forms;
        this.views = views;
        this.json = json;
    }

    /** Stores the draft; see {@link Reports#saveDraft}. */
    Saved save(Long visitId, Typed draft) {
        Report saved = reports.saveDraft(visitId, draft.basedOn(), answers(draft.answers()));
        return lookedOver(saved, saved.answers());
    }

    /** Looks the answers over and stores nothing. */
    Saved check(Long visitId, Typed draft) {
        Report report = reports.find(visitId).orElseThrow();
        return lookedOver(report, forms.of(report).accept(answers(draft.answers())));
    }

    /**
     * Answers from outside.
     *
     * @throws RuleViolation when they are no answers at all
     */
    ReportAnswers answers(JsonNode typed) {
        if (typed == null || !typed.isObject()) {
            throw new RuleViolation("Nội dung báo cáo gửi lên không đúng dạng: tải lại trang rồi mở lại việc này.");
        }
        return json.convertValue(typed, ReportAnswers.class);
    }

    private Saved lookedOver(Report report, ReportAnswers answers) {
        ReportForm form = forms.of(report);
        return new Saved(report.draftVersion(), ReportViews.time(report.savedAt()), views.isLateNow(report), form.problemsOf(answers),
                form.scoresOf(answers));
    }
}
