package io.motengine.jobs.stream;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Text, bytes and instants on the wire. Unlike {@code writeUTF}, text may be longer than 64 KiB: events are hostile. */
final class Binary {
    private static final int NULL = -1;

    private Binary() {}

    static void bytes(byte[] value, DataOutputView out) throws IOException {
        if (value == null) {
            out.writeInt(NULL);
            return;
        }
        out.writeInt(value.length);
        out.write(value);
    }

    static byte[] bytes(DataInputView in) throws IOException {
        int length = in.readInt();
        if (length == NULL) {
            return null;
        }
        if (length < 0) {
            throw new EOFException("length: " + length + " (expected: 0 or more)");
        }
        byte[] value = new byte[length];
        in.readFully(value);
        return value;
    }

    static void text(String value, DataOutputView out) throws IOException {
        bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8), out);
    }

    static String text(DataInputView in) throws IOException {
        byte[] value = bytes(in);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    static void instant(Instant value, DataOutputView out) throws IOException {
        out.writeLong(value.getEpochSecond());
        out.writeInt(value.getNano());
    }

    static Instant instant(DataInputView in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
