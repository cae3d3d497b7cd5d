package vn.dusinhhoat.attendance.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.dusinhhoat.attendance.form.FormField.Prefill;
import vn.dusinhhoat.attendance.form.FormField.Type;

/**
 * What a report asks (III.5a: issued by the province's organisation board). The same definition draws the form, checks
 * the answers and shows them.
 *
 * @throws IllegalArgumentException from the constructor when the definition contradicts itself
 */
public record FormDefinition(List<Section> sections, List<FormRule> rules) {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");

    /**
     * A part of the form.
     *
     * @param title Vietnamese; without one the section is open, with one it is folded
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Section(String title, List<FormField> fields) {
    }

    public FormDefinition {
        sections = List.copyOf(sections);
        rules = rules == null ? List.of() : List.copyOf(rules);
        Map<String, FormField> known = new HashMap<>();
        sections.stream().flatMap(section -> section.fields().stream()).forEach(field -> check(field, known));
        rules.forEach(rule -> check(rule, known));
    }

    /** All fields in the order of the form. */
    public List<FormField> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }

    Optional<FormField> field(String name) {
        return fields().stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** A field may refer to those before it only, so that nothing depends on itself. */
    private static void check(FormField field, Map<String, FormField> before) {
        require(field.name() != null && NAME.matcher(field.name()).matches(), field, "has no proper name");
        require(!before.containsKey(field.name()), field, "is there twice");
        require(field.type() != null && isText(field.label()), field, "has no type or label");
        require(!field.required() || isText(field.missing()), field, "does not say what is missing");
        require(field.type() == Type.TEXT || field.type() == Type.SHORT_TEXT || isText(field.wrongSentence()), field,
                "does not say what is wrong");
        require(field.most() == null || field.most() > 0 && field.most() <= FormField.LONGEST_TEXT, field, "has no proper limit");
        require((field.type() == Type.CHOICE) == (field.choices() != null && !field.choices().isEmpty()), field,
                "has choices and is none, or the other way round");
        require(field.when() == null || before.containsKey(field.when().field()), field, "depends on nothing before it");
        checkParts(field, before);
        Prefill prefill = field.prefill();
        // What somebody else wrote freely is not put into another person's report.
        require(prefill == null || prefill.source() != Prefill.Source.LAST_REPORT || field.type() == Type.NUMBER
                || field.type() == Type.CHOICE, field, "takes over free text");
        require(prefill == null || prefill.source() != Prefill.Source.MEETING_TIME || field.type() == Type.TIME, field,
                "takes over a time");
        before.put(field.name(), field);
    }

    private static void checkParts(FormField field, Map<String, FormField> before) {
        boolean rows = field.type() == Type.ROWS;
        require(rows == (field.columns() != null && !field.columns().isEmpty()), field, "has columns and no rows, or the other way round");
        if (rows) {
            Map<String, FormField> columns = new HashMap<>();
            for (FormField column : field.columns()) {
                check(column, columns);
                require(column.type().isLeaf() && column.prefill() == null, column, "is no column");
            }
        }
        require((field.type() == Type.SCORE) == (field.rubrics() != null), field, "has a rubric and no score, or the other way round");
        require(field.rubrics() == null || before.containsKey(field.rubrics().by()), field, "is scored by nothing before it");
    }

    private static void check(FormRule rule, Map<String, FormField> fields) {
        Type type = rule.kind() == FormRule.Kind.AFTER ? Type.TIME : Type.NUMBER;
        List<String> summands = rule.summands() == null ? List.of() : rule.summands();
        boolean typesFit = Stream.concat(Stream.of(rule.field(), rule.other()), summands.stream())
                .allMatch(name -> fields.containsKey(name) && fields.get(name).type() == type);
        if (!typesFit || !isText(rule.message()) || summands.isEmpty() == (rule.kind() == FormRule.Kind.SUM_NOT_MORE)) {
            throw new IllegalArgumentException("The rule beside " + rule.field() + " does not fit the form");
        }
    }

    private static void require(boolean holds, FormField field, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException("The field " + field.name() + " " + complaint);
        }
    }

    private static boolean isText(String text) {
        return text != null && !text.isBlank();
    }
}
