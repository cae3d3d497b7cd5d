package vn.dusinhhoat.attendance.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One question of the form. What a type does not use is left out.
 *
 * @param name     key of the answer; never shown
 * @param label    Vietnamese
 * @param hint     Vietnamese sentence below the label; may be missing
 * @param half     whether it shares its line with its neighbour
 * @param required whether the report cannot be sent without it, as long as it is asked
 * @param most     largest number, longest text in characters, or most rows
 * @param missing  sentence where there is no answer
 * @param wrong    sentence where the answer is none of this type; {@code missing} where it is left out
 * @param when     asked only then; null: always
 * @param prefill  where a first answer comes from; null: nowhere
 * @param choices  of {@link Type#CHOICE}
 * @param columns  of {@link Type#ROWS}
 * @param rubrics  of {@link Type#SCORE}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FormField(String name, Type type, String label, String hint, boolean half, boolean required, Integer most,
                        String missing, String wrong, When when, Prefill prefill, List<Choice> choices,
                        List<FormField> columns, Rubrics rubrics) {

    /** Longest text of all. */
    public static final int LONGEST_TEXT = 20_000;
    /** Whatever has a shape of its own is short. */
    private static final int LONGEST_SHAPED = 100;
    private static final int LONGEST_LINE = 300;
    private static final int MOST_ROWS = 50;
    private static final int LARGEST_NUMBER = 10_000;

    /** Shape of an answer. */
    public enum Type {
        CHOICE, YES_NO, TIME, DATE, NUMBER, SHORT_TEXT, TEXT, ROWS, SCORE;

        boolean isLeaf() {
            return this != ROWS && this != SCORE;
        }
    }

    /** A value to choose, and its Vietnamese label. */
    public record Choice(String value, String label) {
    }

    /** The field is asked only when another one, before it and in the same row or form, has one of these answers. */
    public record When(String field, List<String> in) {
    }

    /** Which rubric goes with which answer of another field; with other answers nothing is scored. */
    public record Rubrics(String by, Map<String, String> use) {
    }

    /**
     * A first answer, the visitor's own only when sent.
     *
     * @param otherwise where the source says nothing; may be missing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Prefill(Source source, String otherwise) {

        /** {@code LAST_REPORT}: the same field of the last report sent about the cell. */
        public enum Source { MEETING_TIME, LAST_REPORT }
    }

    /** Bounds that a definition leaves out. */
    int longest() {
        return switch (type) {
            case TEXT -> most == null ? LONGEST_TEXT : most;
            case SHORT_TEXT -> most == null ? LONGEST_LINE : most;
            default -> LONGEST_SHAPED;
        };
    }

    int mostRows() {
        return most == null ? MOST_ROWS : most;
    }

    int largest() {
        return most == null ? LARGEST_NUMBER : most;
    }

    String wrongSentence() {
        return wrong == null ? missing : wrong;
    }

    Optional<FormField> column(String columnName) {
        return columns.stream().filter(each -> each.name().equals(columnName)).findFirst();
    }

    boolean isChoice(String value) {
        return choices.stream().anyMatch(each -> each.value().equals(value));
    }

    /** Whether the question is asked, given the other answers of the same form or row. */
    boolean isAsked(ReportAnswers others) {
        return when == null || when.in().contains(others.text(when.field()));
    }

    /** Name of the rubric to score with, given the other answers. */
    Optional<String> rubric(ReportAnswers others) {
        return Optional.ofNullable(rubrics.use().get(others.text(rubrics.by())));
    }
}
