package vn.dusinhhoat.attendance.form;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The answers of a report exactly as typed, complete or not, by the names of the form's fields. Most are texts; rows are
 * a list of texts by column, a score is points by criterion. What a name means is said by the definition alone.
 *
 * @param values never holds null; unchangeable
 */
public record ReportAnswers(@JsonValue Map<String, Object> values) {

    public static final ReportAnswers EMPTY = new ReportAnswers(Map.of());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReportAnswers {
        values = withoutNulls(values);
    }

    /** The answer as typed; empty when there is none or it is no text. */
    public String text(String field) {
        return values.get(field) instanceof String text ? text : "";
    }

    /** Whether nothing was answered. */
    public boolean isMissing(String field) {
        Object value = values.get(field);
        return value == null || value instanceof String text && text.isBlank() || value instanceof List<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }

    /** Rows in their order, each with the texts of its columns. */
    public List<ReportAnswers> rows(String field) {
        return values.get(field) instanceof List<?> rows ? rows.stream().map(ReportAnswers::part).toList() : List.of();
    }

    /** Points by criterion, as typed. */
    public ReportAnswers points(String field) {
        return part(values.get(field));
    }

    /** The same answers with one more or another one; null takes it away. */
    public ReportAnswers with(String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        changed.put(field, value);
        return new ReportAnswers(changed);
    }

    private static ReportAnswers part(Object value) {
        Map<String, Object> part = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, each) -> part.put(String.valueOf(name), each));
        }
        return new ReportAnswers(part);
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> values) {
        Map<String, Object> kept = new LinkedHashMap<>();
        if (values != null) {
            values.forEach((name, value) -> {
                if (value != null) {
                    kept.put(name, unchangeable(value));
                }
            });
        }
        return Collections.unmodifiableMap(kept);
    }

    private static Object unchangeable(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().filter(Objects::nonNull).map(ReportAnswers::unchangeable).toList();
        }
        return value instanceof Map<?, ?> map ? part(map).values() : value;
    }
}
