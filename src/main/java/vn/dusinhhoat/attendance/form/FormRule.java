package vn.dusinhhoat.attendance.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A rule between answers. It says nothing while one of them is missing or wrong by itself.
 *
 * @param field   the problem is shown beside it
 * @param other   what {@code field} is compared with
 * @param summands of {@link Kind#SUM_NOT_MORE}
 * @param message Vietnamese sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FormRule(Kind kind, String field, List<String> summands, String other, String message) {

    /**
     * {@code AFTER}: a time after another; {@code NOT_MORE}: a number not above another; {@code SUM_NOT_MORE}: the
     * numbers that are given, two at least, together not above another.
     */
    public enum Kind { AFTER, NOT_MORE, SUM_NOT_MORE }
}
