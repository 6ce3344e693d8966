package io.motengine.schemas.event;

import io.motengine.schemas.hash.Sha256;
import java.util.Arrays;
import java.util.Objects;

/**
 * What was known of an old identity, handed to the customer it became (the event's subject); stands on {@code mot.internal}
 * only. It may come more than once with the same digest.
 *
 * @param from the old identity, never null
 * @param record of the old identity in the engine's own binary form, never null, at most {@link #MAX_RECORD} bytes; base64 on
 *     the wire; the array is shared, not copied
 * @param digest SHA-256 of {@code record} in lower-case hex: whoever reads the event has checked it
 */
@SuppressWarnings("ArrayRecordComponent") // equality looks inside
public record MergeHandedOver(String from, byte[] record, String digest) implements EventBody {
    /** So that the event, in base64 and with its envelope, stays within a Kafka message of 1 MiB. */
    public static final int MAX_RECORD = 768 * 1024 - 4096;

    public MergeHandedOver {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(digest, "digest");
    }

    public static MergeHandedOver of(String from, byte[] record) {
        return new MergeHandedOver(from, record, Sha256.hex(record));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MergeHandedOver that
                && from.equals(that.from)
                && digest.equals(that.digest)
                && Arrays.equals(record, that.record);
    }

    @Override
    public int hashCode() {
        return Objects.hash(from, digest);
    }

    /** Without the record, which is the customer's data. */
    @Override
    public String toString() {
        return "MergeHandedOver[from=" + from + ", " + record.length + " bytes, digest=" + digest + "]";
    }
}
