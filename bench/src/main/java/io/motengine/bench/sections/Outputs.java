package io.motengine.bench.sections;

import io.motengine.bench.arena.BrokerProcess;
import io.motengine.schemas.Topics;
import java.util.List;
import java.util.Map;

/**
 * What contestants have written so far, as the broker keeps it.
 *
 * @param bytes of records with Kafka's framing; nobody compresses
 * @param actions of the records, those of channels
 * @param deadLetters of the records, events that were not decided
 */
record Outputs(long records, long bytes, long actions, long deadLetters) {
    private static final String ACTIONS = Topics.actions("");

    static Outputs of(BrokerProcess broker) throws Exception {
        long records = 0;
        long bytes = 0;
        long actions = 0;
        long deadLetters = 0;
        for (String prefix : List.of("mot.", "bench.")) {
            Map<String, Long> written = broker.written(prefix);
            records += written.values().stream().mapToLong(Long::longValue).sum();
            actions += written.entrySet().stream()
                    .filter(topic -> topic.getKey().startsWith(ACTIONS))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            deadLetters += written.getOrDefault(Topics.DEAD_LETTERS, 0L);
            bytes += broker.bytes(prefix);
        }
        return new Outputs(records, bytes, actions, deadLetters);
    }

    Outputs since(Outputs before) {
        return new Outputs(
                records - before.records,
                bytes - before.bytes,
                actions - before.actions,
                deadLetters - before.deadLetters);
    }

    long bytesEach() {
        return records == 0 ? 0 : bytes / records;
    }
}
