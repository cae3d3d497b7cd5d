package vn.dusinhhoat.platform.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.springframework.boot.jackson.JsonComponent;
import vn.dusinhhoat.platform.OutsideText;
import vn.dusinhhoat.platform.Typed;

/** Every text of a request that is {@link Typed} arrives clean, or not at all. Others, of stored data, stay as they are. */
@JsonComponent
class TypedTexts extends StdScalarDeserializer<String> implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    private final transient Typed typed;

    TypedTexts() {
        this(null);
    }

    private TypedTexts(Typed typed) {
        super(String.class);
        this.typed = typed;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
        return new TypedTexts(property == null ? null : property.getAnnotation(Typed.class));
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (typed == null || text == null) {
            return text;
        }
        return switch (typed.as()) {
            case LINES -> OutsideText.lines(text, typed.value());
            case LINE -> OutsideText.line(text, typed.value());
            case EXACT -> {
                OutsideText.requireWhole(text, typed.value());
                yield text;
            }
        };
    }
}
