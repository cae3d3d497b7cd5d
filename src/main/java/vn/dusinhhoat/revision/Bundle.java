package vn.dusinhhoat.revision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/**
 * What is deployed together: a diagram or table with its forms, under fixed names that do not depend on where the
 * application was started from.
 *
 * @param id        process or decision id
 * @param resources content by resource name, for instance "attendance-report/report.html"
 */
public record Bundle(String id, SortedMap<String, byte[]> resources) {

    /** SHA-256 over names and contents. */
    String contentHash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            resources.forEach((name, content) -> {
                digest.update((name + '\0' + content.length + '\0').getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
