package vn.dusinhhoat.access.frontdoor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.platform.RuleViolation;
import vn.dusinhhoat.platform.Typed.Shape;

/** Texts of a request to the engine's own interfaces, by the names that the engine gives them (rows C9 and C12). */
final class EngineText {

    /** What people know these fields as, and the width of the engine's column; Tasklist and Admin call them so. */
    private record Field(String name, int longest, Shape shape) {
    }

    private static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry("name", new Field("tên", 255, Shape.LINE)),
            Map.entry("firstName", new Field("họ và tên đệm", 255, Shape.LINE)),
            Map.entry("lastName", new Field("tên", 255, Shape.LINE)),
            Map.entry("email", new Field("thư điện tử", 255, Shape.LINE)),
            Map.entry("businessKey", new Field("mã nghiệp vụ", 255, Shape.LINE)),
            Map.entry("label", new Field("nhãn", 255, Shape.LINE)),
            Map.entry("description", new Field("mô tả", 4_000, Shape.LINES)),
            Map.entry("message", new Field("ý kiến", 4_000, Shape.LINES)));
    private static final Set<String> SECRETS = Set.of("password", "authenticatedUserPassword");
    /** Of a variable of type String. */
    private static final Field VALUE = new Field("giá trị", 4_000, Shape.LINES);
    private static final Field OTHER = new Field("nội dung", Integer.MAX_VALUE, Shape.LINES);
    private static final Field SECRET = new Field("mật khẩu", Integer.MAX_VALUE, Shape.EXACT);

    private boolean changed;

    /** Whether anything had to be changed so far. */
    boolean hasChanged() {
        return changed;
    }

    /**
     * Puts every text below the node into the form in which it is kept.
     *
     * @throws RuleViolation when one is broken or too long; the sentence names the field
     */
    void clean(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List.copyOf(object.properties()).forEach(each -> {
                OutsideText.requireWhole(each.getKey(), OTHER.name());
                if (each.getValue() instanceof TextNode text) {
                    object.set(each.getKey(), cleaned(text, fieldOf(each.getKey(), object)));
                } else {
                    clean(each.getValue());
                }
            });
        } else if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                if (array.get(index) instanceof TextNode text) {
                    array.set(index, cleaned(text, OTHER));
                } else {
                    clean(array.get(index));
                }
            }
        }
    }

    private static Field fieldOf(String key, ObjectNode owner) {
        if (SECRETS.contains(key)) {
            return SECRET;
        }
        if (key.equals("value")) {
            return owner.path("type").asText("String").equalsIgnoreCase("String") ? VALUE : OTHER;
        }
        return FIELDS.getOrDefault(key, OTHER);
    }

    private TextNode cleaned(TextNode given, Field field) {
        OutsideText.requireWhole(given.textValue(), field.name());
        if (field.shape() == Shape.EXACT) {
            return given;
        }
        String text = field.shape() == Shape.LINE ? OutsideText.line(given.textValue(), field.name())
                : OutsideText.lines(given.textValue(), field.name());
        OutsideText.requireAtMost(text, field.longest(), field.name());
        if (text.equals(given.textValue())) {
            return given;
        }
        changed = true;
        return TextNode.valueOf(text);
    }
}
