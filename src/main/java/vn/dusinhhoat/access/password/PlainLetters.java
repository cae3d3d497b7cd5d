package vn.dusinhhoat.access.password;

import java.text.Normalizer;
import java.util.Locale;

/** What is left of a text without tone marks, case, spaces and signs: how people vary a word they should not use. */
final class PlainLetters {

    private PlainLetters() {
    }

    static String of(String text) {
        return Normalizer.normalize(text == null ? "" : text, Normalizer.Form.NFD).replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT).replace('đ', 'd').replaceAll("[^a-z0-9]", "");
    }
}
