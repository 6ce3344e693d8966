package io.motengine.cli.rules.simulate;

import io.motengine.engine.offline.Triage;
import io.motengine.engine.release.Release;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A history in memory: read once, decided as often as there are releases to compare.
 *
 * <p>It takes about 100 bytes for each event and what its body takes.
 */
final class Recording {
    private final Instant from;
    private final Instant until;
    private final List<Recorded> events = new ArrayList<>();
    private final Map<String, Long> broken = new TreeMap<>();
    private final Map<String, Long> leftOut = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();
    private long outside;
    private Instant firstOutside;
    private Instant lastOutside;
    private Instant last = Instant.EPOCH;

    /**
     * Nothing read yet.
     *
     * @param from earlier events are left out; null for none
     * @param until events from then on are left out; null for none
     */
    Recording(Instant from, Instant until) {
        this.from = from;
        this.until = until;
    }

    /** Takes a message; one that breaks the contract is counted, as the job would make a dead letter of it. */
    void message(byte[] key, byte[] value, RecordHeaders headers, Origin origin) {
        try {
            event(EnvelopeReader.read(key, value, headers), origin);
        } catch (BadEventException e) {
            broken.merge(e.code().code(), 1L, Long::sum);
            if (examples.size() < 5) {
                examples.add(origin.topic() + ":" + origin.offset() + ": " + e.getMessage());
            }
        }
    }

    void event(EventEnvelope event, Origin origin) {
        if ((from != null && event.time().isBefore(from))
                || (until != null && !event.time().isBefore(until))) {
            outside++;
            firstOutside = firstOutside == null || event.time().isBefore(firstOutside) ? event.time() : firstOutside;
            lastOutside = lastOutside == null || event.time().isAfter(lastOutside) ? event.time() : lastOutside;
            return;
        }
        events.add(new Recorded(event, origin));
        last = event.time().isAfter(last) ? event.time() : last;
    }

    /** A row that is no event, and why. */
    void leftOut(String reason) {
        leftOut.merge(reason, 1L, Long::sum);
    }

    /** Rows that are no events, by reason. */
    Map<String, Long> leftOut() {
        return leftOut;
    }

    int size() {
        return events.size();
    }

    /** Latest event time. */
    Instant last() {
        return last;
    }

    /** Messages that break the contract, by code. */
    Map<String, Long> broken() {
        return broken;
    }

    /** Some of them, in words. */
    List<String> examples() {
        return examples;
    }

    /** Events that are not of the time asked for. */
    long outside() {
        return outside;
    }

    /** The earliest of them; null if there are none. */
    Instant firstOutside() {
        return firstOutside;
    }

    /** The latest of them; null if there are none. */
    Instant lastOutside() {
        return lastOutside;
    }

    /**
     * The events that a release decides upon, by shard and there by time.
     *
     * @param skipped counts the others by reason
     */
    List<List<Recorded>> shards(int count, Release release, Map<String, Long> skipped) {
        List<List<Recorded>> shards = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            shards.add(new ArrayList<>(events.size() / count));
        }
        for (Recorded recorded : events) {
            try {
                Triage triage = Triage.of(recorded.event(), release);
                if (triage.event() == null) {
                    skipped.merge(triage.skipped(), 1L, Long::sum);
                } else {
                    shards.get(shard(triage.event().subject(), count))
                            .add(new Recorded(triage.event(), recorded.origin()));
                }
            } catch (BadEventException e) {
                skipped.merge("dead letter: " + e.code().code(), 1L, Long::sum);
            }
        }
        shards.parallelStream().forEach(shard -> shard.sort(Recorded.IN_TIME));
        return shards;
    }

    static int shard(String customer, int count) {
        return Math.floorMod(customer.hashCode(), count);
    }
}
