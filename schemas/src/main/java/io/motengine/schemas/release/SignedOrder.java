package io.motengine.schemas.release;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/**
 * An order and who vouches for it ({@code mot.release.ordered.v1}). The signature covers the statement's very characters, so
 * that nobody has to agree on how JSON is written.
 *
 * @param id of the order, as in the statement
 * @param time of the order, as in the statement
 * @param statement the {@link ReleaseOrder} as JSON text
 * @param key id of the key that signed, see {@link TrustedKeys#id}
 * @param signature Ed25519, base64
 */
public record SignedOrder(String id, Instant time, String statement, String key, String signature) {
    public static final String TYPE = "mot.release.ordered.v1";

    public SignedOrder {
        Objects.requireNonNull(statement, "statement");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(signature, "signature");
    }

    /** What is signed. The type goes first, so that a signature never holds for another kind of text. */
    static byte[] signed(String statement) {
        return (TYPE + "\n" + statement).getBytes(StandardCharsets.UTF_8);
    }
}
