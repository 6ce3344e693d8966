package io.motengine.bench.contest;

import io.motengine.jobs.stream.OutputRecord;
import io.motengine.jobs.stream.StreamEvent;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.util.Collector;

/** Reads and writes one record of the customer, and puts out as much as the engine does. */
final class Touch extends RichFlatMapFunction<StreamEvent, OutputRecord> {
    static final String NAME = "touch";
    private static final long serialVersionUID = 1L;
    private static final int THOUSAND = 1_000;
    private final int recordBytes;
    private final int outputsPerThousand;
    private final int outputBytes;
    private transient ValueState<byte[]> record;
    private transient byte[] payload;
    private transient int due;

    Touch(int recordBytes, int outputsPerThousand, int outputBytes) {
        this.recordBytes = recordBytes;
        this.outputsPerThousand = outputsPerThousand;
        this.outputBytes = outputBytes;
    }

    private static ValueStateDescriptor<byte[]> descriptor() {
        return new ValueStateDescriptor<>("record", BytePrimitiveArraySerializer.INSTANCE);
    }

    @Override
    public void open(OpenContext context) {
        record = getRuntimeContext().getState(descriptor());
        payload = new byte[outputBytes];
    }

    @Override
    public void flatMap(StreamEvent event, Collector<OutputRecord> out) throws Exception {
        byte[] known = record.value();
        byte[] next = known == null ? record(recordBytes, 0) : known;
        next[0]++;
        record.update(next);
        due += outputsPerThousand;
        while (due >= THOUSAND) {
            due -= THOUSAND;
            byte[] key = ((Decidable) event).envelope().subject().getBytes(StandardCharsets.UTF_8);
            out.collect(new OutputRecord(Course.OUTPUTS, key, payload, Map.of()));
        }
    }

    /** As hard to compress as the engine's: half of it is noise, half of it is alike in all. */
    private static byte[] record(int bytes, long seed) {
        byte[] record = new byte[bytes];
        SplittableRandom noise = new SplittableRandom(seed);
        for (int i = 0; i < bytes / 2; i++) {
            record[i] = (byte) noise.nextInt();
        }
        return record;
    }

    /** Writes the first record of a customer. */
    static final class Fill extends RichFlatMapFunction<String, OutputRecord> {
        private static final long serialVersionUID = 1L;
        private final int recordBytes;
        private transient ValueState<byte[]> record;

        Fill(int recordBytes) {
            this.recordBytes = recordBytes;
        }

        @Override
        public void open(OpenContext context) {
            record = getRuntimeContext().getState(descriptor());
        }

        @Override
        public void flatMap(String customer, Collector<OutputRecord> out) throws Exception {
            record.update(record(recordBytes, customer.hashCode()));
        }
    }
}
