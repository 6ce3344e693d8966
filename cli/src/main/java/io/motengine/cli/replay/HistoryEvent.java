package io.motengine.cli.replay;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;

/**
 * One event of a history, ready for Kafka.
 *
 * @param order in which it was read, over all files
 * @param key customer id; null if the event has no known customer
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never shared
record HistoryEvent(Instant time, long order, String topic, String key, byte[] message) {
    /** By time; within one instant as they were read. */
    static final Comparator<HistoryEvent> IN_TIME =
            Comparator.comparing(HistoryEvent::time).thenComparingLong(HistoryEvent::order);

    private static final int OVERHEAD = 120;

    /** About what it takes in memory, in bytes. */
    int size() {
        return message.length + OVERHEAD;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
        out.writeLong(order);
        out.writeUTF(topic);
        out.writeBoolean(key != null);
        if (key != null) {
            out.writeUTF(key);
        }
        out.writeInt(message.length);
        out.write(message);
    }

    /** The next one; null at the end. */
    static HistoryEvent read(DataInput in) throws IOException {
        long second;
        try {
            second = in.readLong();
        } catch (EOFException e) {
            return null;
        }
        Instant time = Instant.ofEpochSecond(second, in.readInt());
        long order = in.readLong();
        String topic = in.readUTF();
        String key = in.readBoolean() ? in.readUTF() : null;
        byte[] message = new byte[in.readInt()];
        in.readFully(message);
        return new HistoryEvent(time, order, topic, key, message);
    }
}
