package io.motengine.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Deterministic ids: the first 128 bits of SHA-256 over the parts, in hex. */
final class Ids {
    private static final int BYTES = 16;

    private Ids() {}

    /** Whether it may have been made by {@link #of}. */
    static boolean isOne(String id) {
        return id.length() == 2 * BYTES
                && id.chars().allMatch(sign -> (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'f'));
    }

    static String of(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // The length keeps ("ab", "c") and ("a", "bc") apart.
                digest.update((byte) (bytes.length >> 8));
                digest.update((byte) bytes.length);
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
