package vn.dusinhhoat.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the listener that completes a task: the text variables that the task's form sends along. Whatever else comes with
 * a completion is refused, so that nobody changes the case's other variables by hand.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface TakesFromForm {

    /** Names of variables. */
    String[] value();
}
