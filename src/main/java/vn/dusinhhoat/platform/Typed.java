package vn.dusinhhoat.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text, or texts, of a request, typed by somebody outside: it arrives as {@link OutsideText} says. A request that has
 * a text without this is refused by a test.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Typed {

    /** What people call it, in a sentence: "lý do". */
    String value();

    /** What it looks like. */
    Shape as() default Shape.LINES;

    /** LINES may have several, LINE has single spaces, EXACT is a secret and stays as it is. */
    enum Shape { LINES, LINE, EXACT }
}
