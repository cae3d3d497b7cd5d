package vn.dusinhhoat.template.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is filled into a layout, by the names that stand in it between {@code {{} and {@code }}}. Values are texts of people
 * and are never looked through for further places.
 */
public final class Values {

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<Values>> parts = new HashMap<>();

    /** A text; null is an empty one. */
    public Values text(String name, String value) {
        texts.put(name, value == null ? "" : value);
        return this;
    }

    /** A part of the document that comes as often as there are values for it. */
    public Values each(String name, List<Values> values) {
        parts.put(name, values);
        return this;
    }

    /** A part of the document that is there or not. */
    public Values shown(String name, boolean shown) {
        return each(name, shown ? List.of(new Values()) : List.of());
    }

    /** Each paragraph of a list under one name. */
    public Values paragraphs(String name, String inner, List<String> paragraphs) {
        return each(name, paragraphs.stream().map(paragraph -> new Values().text(inner, paragraph)).toList());
    }

    String text(String name) {
        return texts.get(name);
    }

    List<Values> each(String name) {
        return parts.get(name);
    }
}
