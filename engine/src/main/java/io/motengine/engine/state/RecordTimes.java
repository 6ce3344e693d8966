package io.motengine.engine.state;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;

/** Times of one record, as their distance from its anchor: most lie within days of each other. */
record RecordTimes(long anchor) {
    private static final long UNSET = 0;
    private static final long NEVER = 1;

    void write(long time, RecordWriter out) {
        if (time == CustomerState.UNSET) {
            out.number(UNSET);
        } else if (time == CustomerState.NEVER) {
            out.number(NEVER);
        } else {
            long distance = time - anchor;
            out.number(((distance << 1) ^ (distance >> 63)) + 2);
        }
    }

    long read(RecordReader in) {
        long written = in.number();
        if (written == UNSET) {
            return CustomerState.UNSET;
        }
        if (written == NEVER) {
            return CustomerState.NEVER;
        }
        long distance = written - 2;
        return anchor + ((distance >>> 1) ^ -(distance & 1));
    }
}
