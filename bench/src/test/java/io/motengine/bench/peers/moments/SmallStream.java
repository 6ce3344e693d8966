package io.motengine.bench.peers.moments;

import io.motengine.bench.stream.EventStream;
import io.motengine.bench.stream.Keys;
import io.motengine.bench.stream.Message;
import io.motengine.bench.stream.StreamSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Twenty thousand events of few customers, so that windows and sequences pass and begin anew. */
public final class SmallStream {
    public static final int EVENTS = 20_000;
    public static final EventStream STREAM = new EventStream(StreamSpec.of(7, 200, Keys.ZIPF));

    private SmallStream() {}

    public static List<Message> messages() {
        return LongStream.range(0, EVENTS).mapToObj(STREAM::event).toList();
    }

    /** In the order of their times. */
    public static List<PlainEvent> events() {
        List<PlainEvent> events = new ArrayList<>();
        for (Message message : messages()) {
            events.add(
                    PlainEvents.of(message.customer().getBytes(StandardCharsets.UTF_8), message.value(), name -> null));
        }
        return events;
    }
}
