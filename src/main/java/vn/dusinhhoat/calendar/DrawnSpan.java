package vn.dusinhhoat.calendar;

import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Limits as they are written on diagrams: {@code ${deadline.fromNow(execution, 'P7D')}}. */
public final class DrawnSpan {

    private static final Pattern FROM_NOW = Pattern.compile("\\$\\{deadline\\.fromNow\\(execution, '(P\\d+D)'\\)}");

    private DrawnSpan() {
    }

    /** Whole days counted from the day on which a step begins; empty for every other text, and for null. */
    public static Optional<Period> fromNow(String text) {
        return Optional.ofNullable(text).map(String::strip).map(FROM_NOW::matcher).filter(Matcher::matches).map(span -> Period.parse(span.group(1)));
    }
}
