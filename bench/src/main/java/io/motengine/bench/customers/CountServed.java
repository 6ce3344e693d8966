package io.motengine.bench.customers;

import io.motengine.jobs.stream.OutputRecord;
import io.motengine.schemas.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.functions.FilterFunction;

/** Counts decisions of daily ticks, and lets nothing through. */
final class CountServed implements FilterFunction<OutputRecord> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean filter(OutputRecord record) {
        if (record.topic().equals(Topics.DECISIONS)
                && new String(record.value(), StandardCharsets.ISO_8859_1).contains("\"kind\":\"due\"")) {
            Progress.served();
        }
        return false;
    }
}
