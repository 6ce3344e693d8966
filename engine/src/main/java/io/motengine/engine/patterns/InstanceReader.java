package io.motengine.engine.patterns;

import io.motengine.engine.record.RecordReader;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads what {@link InstanceWriter} wrote. */
final class InstanceReader {
    private final RecordReader in;
    private final List<String> known = new ArrayList<>();

    InstanceReader(RecordReader in) {
        this.in = in;
    }

    String read() {
        int kind = (int) in.number();
        if (kind >= InstanceWriter.KNOWN) {
            return known.get(kind - InstanceWriter.KNOWN);
        }
        String source = in.word();
        String instance =
                source + (kind == InstanceWriter.UUID ? new UUID(in.hash64(), in.hash64()).toString() : in.text());
        known.add(instance);
        return instance;
    }
}
