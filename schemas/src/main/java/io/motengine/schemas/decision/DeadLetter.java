package io.motengine.schemas.decision;

import io.motengine.schemas.codec.ErrorCode;
import io.motengine.schemas.event.Origin;
import io.motengine.schemas.hash.Sha256;
import java.util.Arrays;

/**
 * An input that could not be decided ({@code mot.dead-letter.recorded.v1}), with its payload cut to 64 KiB and its hash.
 *
 * <p>The payload is the customer's data: it goes to {@code mot.dead-letters} and nowhere else.
 *
 * @param message what was found, what was expected, and where
 * @param payload at most {@link #MAX_PAYLOAD} bytes of it; the array is shared, not copied, and two letters are equal only
 *     if they share it
 * @param payloadSize of the whole, in bytes
 * @param payloadSha256 of the whole, in hex
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares dead letters
public record DeadLetter(
        Origin origin, ErrorCode code, String message, byte[] payload, long payloadSize, String payloadSha256) {
    public static final String TYPE = "mot.dead-letter.recorded.v1";
    public static final int MAX_PAYLOAD = 64 * 1024;

    /** The letter for an input; {@code wholePayload} is null for a record without value. */
    public static DeadLetter of(Origin origin, ErrorCode code, String message, byte[] wholePayload) {
        byte[] whole = wholePayload == null ? new byte[0] : wholePayload;
        byte[] kept = whole.length > MAX_PAYLOAD ? Arrays.copyOf(whole, MAX_PAYLOAD) : whole;
        return new DeadLetter(origin, code, message, kept, whole.length, Sha256.hex(whole));
    }

    /** CloudEvents id: the same input refused for the same reason has the same id, however often it is read. */
    public String id() {
        return Sha256.hex(origin + " " + code.code()).substring(0, 32);
    }

    /** Key of the Kafka record: where the input stood, since who it was about may be the very thing that is unreadable. */
    public String key() {
        return origin.toString();
    }
}
