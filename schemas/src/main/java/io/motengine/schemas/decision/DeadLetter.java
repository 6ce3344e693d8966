package io.motengine.schemas.decision;

import io.motengine.schemas.codec.ErrorCode;
import io.motengine.schemas.event.Origin;

/**
 * An input that could not be decided ({@code mot.dead-letter.recorded.v1}), with its payload cut to 64 KiB and its hash.
 *
 * @param message what was found, what was expected, and where
 * @param payload at most {@link #MAX_PAYLOAD} bytes of it
 * @param payloadSize of the whole, in bytes
 * @param payloadSha256 of the whole, in hex
 */
public record DeadLetter(
        Origin origin, ErrorCode code, String message, byte[] payload, long payloadSize, String payloadSha256) {
    public static final String TYPE = "mot.dead-letter.recorded.v1";
    public static final int MAX_PAYLOAD = 64 * 1024;
}
