package io.motengine.bench.sections;

import io.motengine.bench.arena.BrokerProcess;
import io.motengine.schemas.Topics;
import java.util.List;
import java.util.Map;

/**
 * What contestants have written so far, as the broker keeps it.
 *
 * @param bytes of records with Kafka's framing; nobody compresses
 * @param deadLetters of the records, events that were not decided
 */
record Outputs(long records, long bytes, long deadLetters) {
    static Outputs of(BrokerProcess broker) throws Exception {
        long records = 0;
        long bytes = 0;
        long deadLetters = 0;
        for (String prefix : List.of("mot.", "bench.")) {
            Map<String, Long> written = broker.written(prefix);
            records += written.values().stream().mapToLong(Long::longValue).sum();
            deadLetters += written.getOrDefault(Topics.DEAD_LETTERS, 0L);
            bytes += broker.bytes(prefix);
        }
        return new Outputs(records, bytes, deadLetters);
    }

    Outputs since(Outputs before) {
        return new Outputs(records - before.records, bytes - before.bytes, deadLetters - before.deadLetters);
    }

    long bytesEach() {
        return records == 0 ? 0 : bytes / records;
    }
}
