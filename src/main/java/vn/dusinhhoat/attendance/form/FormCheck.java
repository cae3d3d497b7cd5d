package vn.dusinhhoat.attendance.form;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import vn.dusinhhoat.attendance.form.FormField.Type;
import vn.dusinhhoat.attendance.form.ScoreRubric.Criterion;
import vn.dusinhhoat.attendance.form.ScoreRubric.Sheet;

/** What keeps a report from being sent. The form shows the same sentences beside the same fields. */
final class FormCheck {

    private final FormDefinition definition;
    private final ScoreRubric rubric;
    private final ReportAnswers answers;
    private final List<ReportProblem> problems = new ArrayList<>();

    private FormCheck(FormDefinition definition, ScoreRubric rubric, ReportAnswers answers) {
        this.definition = definition;
        this.rubric = rubric;
        this.answers = answers;
    }

    /** In the order of the form, rules between answers last; empty when the report is complete. */
    static List<ReportProblem> of(FormDefinition definition, ScoreRubric rubric, ReportAnswers answers) {
        FormCheck check = new FormCheck(definition, rubric, answers);
        definition.fields().forEach(field -> check.field(field, answers, ""));
        definition.rules().forEach(check::rule);
        return List.copyOf(check.problems);
    }

    private void field(FormField field, ReportAnswers all, String place) {
        if (!field.isAsked(all)) {
            return;
        }
        String name = place + field.name();
        if (all.isMissing(field.name())) {
            if (field.required()) {
                problem(name, field.missing());
            }
        } else if (field.type() == Type.ROWS) {
            rows(field, all);
        } else if (field.type() == Type.SCORE) {
            score(field, all);
        } else if (!isOfItsType(field, all.text(field.name()))) {
            problem(name, field.wrongSentence());
        }
    }

    private void rows(FormField field, ReportAnswers all) {
        List<ReportAnswers> rows = all.rows(field.name());
        for (int row = 0; row < rows.size(); row++) {
            for (FormField column : field.columns()) {
                field(column, rows.get(row), field.name() + "[" + row + "].");
            }
        }
    }

    /** All criteria or none: a sum of some of them would look like a poor meeting. */
    private void score(FormField field, ReportAnswers all) {
        Sheet sheet = field.rubric(all).map(rubric.sheets()::get).orElse(null);
        if (sheet == null || sheet.criteria().stream().allMatch(each -> all.points(field.name()).isMissing(each.name()))) {
            return;
        }
        for (Criterion criterion : sheet.criteria()) {
            BigDecimal points = TypedValue.points(all.points(field.name()).text(criterion.name()));
            if (points == null || points.compareTo(BigDecimal.valueOf(criterion.most())) > 0) {
                problem(field.name() + "." + criterion.name(), "Đề nghị đồng chí ghi điểm từ 0 đến " + criterion.most()
                        + ", hoặc bỏ trống điểm của tất cả các nội dung.");
            }
        }
    }

    static boolean isOfItsType(FormField field, String typed) {
        return switch (field.type()) {
            case CHOICE -> field.isChoice(typed);
            case YES_NO -> TypedValue.isYesOrNo(typed);
            case TIME -> TypedValue.time(typed) != null;
            case DATE -> TypedValue.date(typed) != null;
            case NUMBER -> TypedValue.number(typed) != null && TypedValue.number(typed) <= field.largest();
            default -> true;
        };
    }

    private void rule(FormRule rule) {
        boolean broken = switch (rule.kind()) {
            case AFTER -> isNotAfter(time(rule.field()), time(rule.other()));
            case NOT_MORE -> isMore(number(rule.field()), number(rule.other()));
            case SUM_NOT_MORE -> isMore(sum(rule.summands()), number(rule.other()));
        };
        if (broken && problems.stream().noneMatch(problem -> problem.field().equals(rule.field()))) {
            problem(rule.field(), rule.message());
        }
    }

    private static boolean isNotAfter(LocalTime time, LocalTime other) {
        return time != null && other != null && !time.isAfter(other);
    }

    private static boolean isMore(Integer number, Integer other) {
        return number != null && other != null && number > other;
    }

    private Integer sum(List<String> summands) {
        List<Integer> given = summands.stream().map(this::number).filter(Objects::nonNull).toList();
        return given.size() < 2 ? null : Integer.valueOf(given.stream().mapToInt(Integer::intValue).sum());
    }

    private Integer number(String field) {
        return isAsked(field) ? TypedValue.number(answers.text(field)) : null;
    }

    private LocalTime time(String field) {
        return isAsked(field) ? TypedValue.time(answers.text(field)) : null;
    }

    private boolean isAsked(String field) {
        return definition.field(field).orElseThrow().isAsked(answers);
    }

    private void problem(String field, String sentence) {
        problems.add(new ReportProblem(field, sentence));
    }
}
