package io.motengine.cli.demo;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What {@code fast} delivery is exposed to: actions seen again after a crash. A channel keeps the first of an id, so that a
 * repeat with the same content harms nobody; one with other content is an event decided otherwise. Not thread-safe.
 */
final class RepeatedActions {
    private final Recent<String, ByteBuffer> firstById = new Recent<>();

    Sight see(String id, byte[] content) {
        ByteBuffer now = ByteBuffer.wrap(hash(content));
        ByteBuffer first = firstById.putIfAbsent(id, now);
        if (first == null) {
            return Sight.FIRST;
        }
        return first.equals(now) ? Sight.SAME : Sight.DIFFERENT;
    }

    private static byte[] hash(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** What an action turns out to be. */
    enum Sight {
        FIRST,
        SAME,
        DIFFERENT
    }
}
