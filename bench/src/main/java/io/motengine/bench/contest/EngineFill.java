package io.motengine.bench.contest;

import io.motengine.bench.life.Customers;
import io.motengine.bench.stream.StreamSpec;
import io.motengine.engine.record.RecordWriter;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.jobs.DecisionJob;
import io.motengine.jobs.release.Releases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Gives every customer a record that the engine itself made: some hundred customers have lived some days, and the others are
 * given what these then were, under their own names.
 */
final class EngineFill {
    private EngineFill() {}

    /** Records at the end of so many lives. */
    static List<byte[]> lived(Release release, int lives) {
        List<byte[]> records = new ArrayList<>();
        try (Customers customers = new Customers(release)) {
            for (int number = 0; number < lives; number++) {
                records.add(
                        CustomerStateCodec.bytes(customers.lived(number, StreamSpec.LIVED_DAYS, StreamSpec.BEGINS)));
            }
        }
        return records;
    }

    /** The record of a life under another name: behind the version, a record begins with its customer. */
    static byte[] renamed(byte[] record, String from, String to) {
        byte[] old = written(from);
        if (!Arrays.equals(record, 1, 1 + old.length, old, 0, old.length)) {
            throw new IllegalStateException("a record does not begin with its customer, " + from);
        }
        byte[] name = written(to);
        byte[] renamed = new byte[record.length - old.length + name.length];
        renamed[0] = record[0];
        System.arraycopy(name, 0, renamed, 1, name.length);
        System.arraycopy(record, 1 + old.length, renamed, 1 + name.length, record.length - 1 - old.length);
        return renamed;
    }

    private static byte[] written(String name) {
        RecordWriter out = new RecordWriter();
        out.text(name);
        return out.toBytes();
    }

    /** Leaves a record for each customer in a savepoint. */
    static FlinkRunning start(Course course, long customers) throws Exception {
        DecisionJob job = Jobs.of(course);
        List<byte[]> records;
        try (Releases.Lease lease = job.compile()) {
            records = lived(lease.release(), Integer.parseInt(course.setting(ContestantMain.LIVES)));
        }
        long bytes = records.stream().mapToLong(record -> record.length).sum();
        System.out.println("BYTES " + bytes / records.size());
        return FlinkRunning.start(
                course,
                job.flinkConfiguration(),
                Engine.DECIDE,
                env -> Filling.numbers(env, customers)
                        .map(new Give(records))
                        .returns(PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO)
                        .uid("records")
                        .setParallelism(1)
                        .keyBy(record -> CustomerStateCodec.state(record).customer(), Types.STRING)
                        .transform(
                                Engine.DECIDE, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO, new RecordFill())
                        .uid(Engine.DECIDE)
                        .sinkTo(new DiscardingSink<>())
                        .uid("nowhere"));
    }

    private static final class Give implements MapFunction<Long, byte[]> {
        private static final long serialVersionUID = 1L;
        private final ArrayList<byte[]> records;

        Give(List<byte[]> records) {
            this.records = new ArrayList<>(records);
        }

        @Override
        public byte[] map(Long number) {
            int life = (int) (number % records.size());
            return renamed(records.get(life), StreamSpec.customer(life), StreamSpec.customer(number));
        }
    }
}
