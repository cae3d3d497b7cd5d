package vn.dusinhhoat.attendance.form;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.dusinhhoat.attendance.form.FormField.Prefill.Source;
import vn.dusinhhoat.attendance.form.FormField.Type;
import vn.dusinhhoat.attendance.form.ScoreRubric.Score;
import vn.dusinhhoat.attendance.form.ScoreRubric.Sheet;
import vn.dusinhhoat.platform.RuleViolation;

/** One version of the form with the rubric that goes with it: all that a report has to be read with. */
public record ReportForm(FormDefinition definition, ScoreRubric rubric) {

    /**
     * Takes in what was typed, complete or not.
     *
     * @throws RuleViolation when it does not fit the form; the sentence names the place
     */
    public ReportAnswers accept(ReportAnswers typed) {
        return DraftIntake.accept(definition, rubric, typed);
    }

    /** What keeps the answers from being sent; empty when they are complete. */
    public List<ReportProblem> problemsOf(ReportAnswers answers) {
        return FormCheck.of(definition, rubric, answers);
    }

    /**
     * First answers from the sources that the fields name; what would be wrong as an answer is left out.
     *
     * @param meetingTime "HH:mm"
     * @param last        the last report sent about the cell; empty when there is none
     */
    public ReportAnswers prefilled(String meetingTime, ReportAnswers last) {
        Map<String, Object> first = new LinkedHashMap<>();
        for (FormField field : definition.fields()) {
            if (field.prefill() != null) {
                String source = field.prefill().source() == Source.MEETING_TIME ? meetingTime : last.text(field.name());
                String answer = FormCheck.isOfItsType(field, source) ? source : field.prefill().otherwise();
                if (answer != null) {
                    first.put(field.name(), answer);
                }
            }
        }
        return new ReportAnswers(first);
    }

    /** Only what is asked and answered: what was typed before an answer changed does not go to anybody. */
    public ReportAnswers sendable(ReportAnswers answers) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (FormField field : definition.fields()) {
            if (field.isAsked(answers) && !answers.isMissing(field.name())) {
                Object value = sendable(field, answers);
                if (value != null) {
                    kept.put(field.name(), value);
                }
            }
        }
        return new ReportAnswers(kept);
    }

    private Object sendable(FormField field, ReportAnswers answers) {
        if (field.type() == Type.ROWS) {
            return answers.rows(field.name()).stream().map(row -> sendableRow(field, row)).toList();
        }
        if (field.type() == Type.SCORE) {
            Sheet sheet = field.rubric(answers).map(rubric.sheets()::get).orElse(null);
            return sheet == null || scoreOf(field, answers) == null ? null : answers.points(field.name()).values().entrySet().stream()
                    .filter(each -> sheet.criteria().stream().anyMatch(criterion -> criterion.name().equals(each.getKey())))
                    .collect(LinkedHashMap::new, (map, each) -> map.put(each.getKey(), each.getValue()), Map::putAll);
        }
        return answers.values().get(field.name());
    }

    private static Map<String, Object> sendableRow(FormField field, ReportAnswers row) {
        Map<String, Object> kept = new LinkedHashMap<>();
        field.columns().stream().filter(column -> column.isAsked(row) && !row.isMissing(column.name()))
                .forEach(column -> kept.put(column.name(), row.values().get(column.name())));
        return kept;
    }

    /** Sum and level by score field; without those where a criterion is still open. */
    public Map<String, Score> scoresOf(ReportAnswers answers) {
        Map<String, Score> scores = new LinkedHashMap<>();
        definition.fields().stream().filter(field -> field.type() == Type.SCORE).forEach(field -> {
            Score score = scoreOf(field, answers);
            if (score != null) {
                scores.put(field.name(), score);
            }
        });
        return scores;
    }

    private Score scoreOf(FormField field, ReportAnswers answers) {
        Sheet sheet = field.rubric(answers).map(rubric.sheets()::get).orElse(null);
        if (sheet == null) {
            return null;
        }
        List<BigDecimal> points = sheet.criteria().stream().map(criterion -> {
            BigDecimal typed = TypedValue.points(answers.points(field.name()).text(criterion.name()));
            return typed == null || typed.compareTo(BigDecimal.valueOf(criterion.most())) > 0 ? null : typed;
        }).toList();
        return points.stream().anyMatch(Objects::isNull) ? null
                : rubric.score(points.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
