package io.motengine.engine.patterns;

import io.motengine.engine.record.RecordWriter;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes events' names ({@code source/id}) small: the source once, an id that is a UUID as its 16 bytes, and a name that came
 * before as its number.
 */
final class InstanceWriter {
    static final int TEXT = 0;
    static final int UUID = 1;
    static final int KNOWN = 2;
    private static final int UUID_LENGTH = 36;

    private final RecordWriter out;
    private final Map<String, Integer> known = new HashMap<>();

    InstanceWriter(RecordWriter out) {
        this.out = out;
    }

    void write(String instance) {
        Integer number = known.putIfAbsent(instance, known.size());
        if (number != null) {
            out.number(KNOWN + number);
            return;
        }
        int id = instance.lastIndexOf('/') + 1;
        java.util.UUID uuid = uuid(instance.substring(id));
        out.number(uuid == null ? TEXT : UUID);
        out.word(instance.substring(0, id));
        if (uuid == null) {
            out.text(instance.substring(id));
        } else {
            out.hash64(uuid.getMostSignificantBits());
            out.hash64(uuid.getLeastSignificantBits());
        }
    }

    /** Null unless the text is a UUID written the one way in which it will be read back. */
    private static java.util.UUID uuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return null;
        }
        try {
            java.util.UUID uuid = java.util.UUID.fromString(text);
            return uuid.toString().equals(text) ? uuid : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
