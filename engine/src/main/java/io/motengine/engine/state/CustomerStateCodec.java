package io.motengine.engine.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The versioned binary form of a {@link CustomerState}: every earlier version can be read. */
public final class CustomerStateCodec {
    private CustomerStateCodec() {}

    public static void write(CustomerState state, DataOutput out) throws IOException {
        throw new UnsupportedOperationException("being built");
    }

    public static CustomerState read(DataInput in) throws IOException {
        throw new UnsupportedOperationException("being built");
    }
}
