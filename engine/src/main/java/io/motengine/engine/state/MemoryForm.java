package io.motengine.engine.state;

import io.motengine.engine.features.Buckets;
import io.motengine.engine.patterns.PatternMemory;
import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Features and open patterns in a record. */
final class MemoryForm {
    private MemoryForm() {}

    static void write(CustomerState state, RecordWriter out) {
        out.number(state.features.size());
        state.features.forEach((id, buckets) -> {
            out.text(id);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                buckets.write(new DataOutputStream(bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            out.block(bytes.toByteArray());
        });
        state.patterns.write(out);
    }

    static void read(CustomerState state, RecordReader in) {
        for (int left = in.count(); left > 0; left--) {
            try {
                state.features.put(in.text(), Buckets.read(new DataInputStream(new ByteArrayInputStream(in.block()))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        state.patterns = PatternMemory.read(in);
    }
}
