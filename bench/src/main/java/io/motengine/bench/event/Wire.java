package io.motengine.bench.event;

import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.event.EventEnvelope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An event as it lies on the topic, told again and again at later times under other ids. It is patched in place, so that what is
 * measured is the engine and not the making of events.
 */
final class Wire {
    private static final char[] HEX = "0123456789abcdef".toCharArray();
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00.001Z");
    private static final int ID_DIGITS = 12;

    private final byte[] key;
    private final byte[] value;
    private final EventEnvelope event;
    private final int time;
    private final int id;

    Wire(EventEnvelope event) {
        // A fraction that is not zero keeps the text as long whatever the time.
        Instant millis = event.time()
                .truncatedTo(ChronoUnit.SECONDS)
                .plusMillis(event.time().toEpochMilli() % 999 + 1);
        this.event = new EventEnvelope(event.id(), event.source(), event.type(), event.subject(), millis, event.body());
        this.key = event.subject().getBytes(StandardCharsets.UTF_8);
        this.value = EventWriter.write(this.event);
        String text = new String(value, StandardCharsets.UTF_8);
        this.time = text.indexOf(millis.toString());
        this.id = text.indexOf(event.id());
    }

    EventEnvelope event() {
        return event;
    }

    byte[] key() {
        return key;
    }

    byte[] value() {
        return value;
    }

    /** The event happens so much later than it did first. */
    void later(Duration by) {
        byte[] text = event.time().plus(by).toString().getBytes(StandardCharsets.UTF_8);
        if (text.length != LONG_AGO.toString().length()) {
            throw new IllegalStateException(event + ": a time of other length");
        }
        System.arraycopy(text, 0, value, time, text.length);
    }

    /** It becomes another event. */
    void renamed(long number) {
        for (int digit = 0; digit < ID_DIGITS; digit++) {
            int at = digit < 8 ? digit : digit + 1;
            value[id + at] = (byte) HEX[(int) (number >>> (4 * digit)) & 0xf];
        }
    }
}
