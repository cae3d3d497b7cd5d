package vn.dusinhhoat.attendance.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dusinhhoat.attendance.form.FormField.Type;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.platform.RuleViolation;

/**
 * What comes from outside becomes answers only in the shape of the form: known names, texts, rows and points where they
 * belong, nothing beyond measure. Whether an answer is right does not matter here: a draft keeps what is wrong.
 */
final class DraftIntake {

    private static final int LONGEST_NAME_SHOWN = 40;

    private final FormDefinition definition;
    private final ScoreRubric rubric;

    private DraftIntake(FormDefinition definition, ScoreRubric rubric) {
        this.definition = definition;
        this.rubric = rubric;
    }

    /**
     * The answers as they are stored: texts in NFC.
     *
     * @throws RuleViolation when they do not fit the form
     */
    static ReportAnswers accept(FormDefinition definition, ScoreRubric rubric, ReportAnswers typed) {
        DraftIntake intake = new DraftIntake(definition, rubric);
        Map<String, Object> accepted = new LinkedHashMap<>();
        typed.values().forEach((name, value) -> accepted.put(name,
                intake.value(definition.field(name).orElseThrow(() -> unknown(name)), value)));
        return new ReportAnswers(accepted);
    }

    private Object value(FormField field, Object value) {
        if (field.type() == Type.ROWS) {
            return rows(field, value);
        }
        return field.type() == Type.SCORE ? points(field, value) : text(field, value, "");
    }

    private List<Object> rows(FormField field, Object value) {
        if (!(value instanceof List<?> rows)) {
            throw misshapen(field.label());
        }
        if (rows.size() > field.mostRows()) {
            throw new RuleViolation("Mục \"" + field.label() + "\" có quá " + field.mostRows()
                    + " dòng: đề nghị đồng chí gộp các nội dung cùng loại.");
        }
        List<Object> accepted = new ArrayList<>();
        for (Object row : rows) {
            if (!(row instanceof Map<?, ?> columns)) {
                throw misshapen(field.label());
            }
            String place = ", dòng " + (accepted.size() + 1);
            Map<String, Object> acceptedRow = new LinkedHashMap<>();
            columns.forEach((name, each) -> acceptedRow.put(String.valueOf(name),
                    text(field.column(String.valueOf(name)).orElseThrow(() -> unknown(String.valueOf(name))), each, place)));
            accepted.add(acceptedRow);
        }
        return accepted;
    }

    private Map<String, Object> points(FormField field, Object value) {
        if (!(value instanceof Map<?, ?> points)) {
            throw misshapen(field.label());
        }
        Map<String, Object> accepted = new LinkedHashMap<>();
        points.forEach((criterion, each) -> {
            if (!rubric.knows(String.valueOf(criterion))) {
                throw unknown(String.valueOf(criterion));
            }
            accepted.put(String.valueOf(criterion), text(field, each, ""));
        });
        return accepted;
    }

    private static String text(FormField field, Object value, String place) {
        if (!(value instanceof String text)) {
            throw misshapen(field.label() + place);
        }
        String clean = OutsideText.lines(text, field.label() + place);
        if (clean.length() > field.longest()) {
            throw new RuleViolation("Mục \"" + field.label() + "\"" + place + " dài quá " + thousands(field.longest())
                    + " ký tự: đề nghị đồng chí rút gọn.");
        }
        return clean;
    }

    private static String thousands(int number) {
        return String.format(java.util.Locale.forLanguageTag("vi"), "%,d", number);
    }

    private static RuleViolation unknown(String name) {
        String shown = OutsideText.shown(name);
        return new RuleViolation("Biểu mẫu báo cáo không có mục \""
                + OutsideText.cut(shown, LONGEST_NAME_SHOWN) + "\": tải lại trang rồi mở lại việc này.");
    }

    private static RuleViolation misshapen(String label) {
        return new RuleViolation("Mục \"" + label + "\" gửi lên không đúng dạng: tải lại trang rồi mở lại việc này.");
    }
}
