package io.motengine.bench.sections;

import io.motengine.bench.arena.BrokerProcess;

/**
 * What contestants have written so far, as the broker keeps it.
 *
 * @param bytes of records with Kafka's framing; nobody compresses
 */
record Outputs(long records, long bytes) {
    static Outputs of(BrokerProcess broker) throws Exception {
        long records = 0;
        long bytes = 0;
        for (String prefix : new String[] {"mot.", "bench."}) {
            records += broker.written(prefix).values().stream().mapToLong(Long::longValue).sum();
            bytes += broker.bytes(prefix);
        }
        return new Outputs(records, bytes);
    }

    Outputs since(Outputs before) {
        return new Outputs(records - before.records, bytes - before.bytes);
    }

    long bytesEach() {
        return records == 0 ? 0 : bytes / records;
    }
}
