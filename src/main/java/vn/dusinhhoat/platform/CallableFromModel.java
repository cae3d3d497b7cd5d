package vn.dusinhhoat.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a bean that diagrams may name, and on such a bean each method that their expressions may call. Everything else is invisible to them, so that who edits a diagram cannot reach
 * the data source, the environment or the engine through an expression.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface CallableFromModel {
}
