package vn.dusinhhoat.access.codes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

/** A code of ten characters that can be read aloud and copied from paper: nothing that looks like something else. */
final class OneTimeCode {

    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 10;
    private static final int GROUP = 5;

    private OneTimeCode() {
    }

    /** A new code as it is shown: two groups of five with a hyphen between them. */
    static String random(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int position = 0; position < LENGTH; position++) {
            if (position == GROUP) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** What is stored. Small letters, missing or further hyphens and spaces make no difference. */
    static String hash(String userId, String code) {
        String plain = code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        try {
            // The login name goes in: equal codes of two people have different hashes.
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((userId + ":" + plain).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
