package vn.dusinhhoat.template;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names in sentences that an installation has set. What is put in is not looked through again.
 *
 * @param values by what stands for them between braces
 */
record Names(Map<String, String> values) {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    /** The sentence with names; braces around anything else stay as they are. */
    String in(String sentence) {
        return PLACE.matcher(sentence).replaceAll(place ->
                Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }

    List<String> in(List<String> sentences) {
        return sentences.stream().map(this::in).toList();
    }
}
