package io.motengine.schemas.release;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What somebody wants of a release: the statement that is signed. Orders hold in the order of their offsets on
 * {@code mot.releases}.
 *
 * @param id of this order, unique
 * @param time when it was given, UTC
 * @param release id (content hash) of the release that it is about, or {@link #SUBMITTED}
 * @param blob SHA-256 of the packed release, 64 hex digits; null only if the order is about no files
 * @param bytes length of the packed release; 0 except for {@link Kind#PREPARE}
 * @param at event time from which on it holds; null for {@link Kind#PREPARE}
 * @param share customers in ten thousand who get a canary; 0 for all other kinds
 * @param instead orders that have not begun to hold and never will, because of this one
 * @param who gave it, never null
 * @param message in their words; null if they had none
 */
public record ReleaseOrder(
        String id,
        Instant time,
        Kind kind,
        String release,
        String blob,
        int bytes,
        Instant at,
        int share,
        List<String> instead,
        String who,
        String message) {
    /** Stands for the files that the job was submitted with. */
    public static final String SUBMITTED = "submitted";

    /** A share of all. */
    public static final int ALL = 10_000;

    /** What is to be done. */
    public enum Kind {
        /** Compile it and say whether it could run. */
        PREPARE,
        /** It decides for everybody. */
        ACTIVATE,
        /** As activate, of what has been live before. */
        ROLLBACK,
        /** It decides for a share of customers, the live one for all others. */
        CANARY,
        /** It decides too, and nothing of it leaves. */
        SHADOW,
        /** The live one decides alone again. */
        ALONE
    }

    public ReleaseOrder {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(who, "who");
        instead = List.copyOf(instead);
        if (kind == Kind.PREPARE && (blob == null || bytes < 1)) {
            throw new IllegalArgumentException(
                    "blob: " + blob + " of " + bytes + " bytes (expected: the hash of some bytes with prepare)");
        }
        if ((kind == Kind.PREPARE) == (at != null)) {
            throw new IllegalArgumentException("at: " + at + " (expected: an instant, except with prepare)");
        }
        if (share < 0 || share > ALL || (kind == Kind.CANARY) != (share > 0)) {
            throw new IllegalArgumentException("share: " + share + " (expected: 1 to 10000 with canary, else none)");
        }
    }

    /** Has a release compiled; nothing decides otherwise because of it. */
    public static ReleaseOrder prepare(
            String id, Instant time, String release, String blob, int bytes, String who, String message) {
        return new ReleaseOrder(id, time, Kind.PREPARE, release, blob, bytes, null, 0, List.of(), who, message);
    }
}
