package io.motengine.engine.features;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a customer's record holds for the features of a release: a slot for every series, read when it is first touched and written
 * only if it changed. An event costs what it touches, however many features are declared.
 *
 * <p>As bytes: a hash of the layout, number of slots, their keys, their lengths, their contents. Mutable, with one owner at a time.
 */
public final class FeatureMemory {
    private static final byte[] NOTHING = new byte[0];
    private static final int NEVER_MET = 0;

    /** Behind the hash of the layout: the number of slots, and their keys. */
    private static final int KEYS_AT = Integer.BYTES;

    private byte[] stored;
    private int layout;
    private Map<String, OldBuckets> old;
    private int lengthsAt;
    private int[] edges;
    private Slot[] slots;
    private boolean changed;

    /** Of a customer of whom nothing is known yet. */
    public FeatureMemory() {
        this(NOTHING);
    }

    private FeatureMemory(byte[] stored) {
        this.stored = stored;
        if (stored.length > 0) {
            RecordReader in = new RecordReader(stored);
            layout = in.hash32();
            if (layout == NEVER_MET) {
                old = new TreeMap<>();
                for (int left = in.count(); left > 0; left--) {
                    old.put(in.text(), OldBuckets.read(in));
                }
            }
        }
    }

    /** What a record of format 1 holds, by feature id. */
    public static FeatureMemory adopt(Map<String, OldBuckets> buckets) {
        RecordWriter out = new RecordWriter();
        out.hash32(NEVER_MET);
        out.number(buckets.size());
        new TreeMap<>(buckets).forEach((id, of) -> {
            out.text(id);
            of.write(out);
        });
        return new FeatureMemory(out.toBytes());
    }

    public static FeatureMemory read(RecordReader in) {
        return new FeatureMemory(in.block());
    }

    public void write(RecordWriter out) {
        store();
        out.block(stored);
    }

    /**
     * Two identities become one customer: afterwards this is as if it had seen all events of both. Which of the two takes the other
     * in does not matter.
     *
     * @param at epoch milliseconds; see {@link FeatureSet#meet}
     */
    public void merge(FeatureMemory other, FeatureSet set, long at) {
        set.meet(this, at);
        set.meet(other, at);
        index();
        other.index();
        List<Series> series = set.series();
        for (int i = 0; i < series.size(); i++) {
            if (other.edges[i] < other.edges[i + 1] || other.slots[i] != null) {
                slotToChange(i, series.get(i)).merge(other.slot(i, series.get(i)));
            }
        }
    }

    int layout() {
        return layout;
    }

    /** Of a record of format 1 that has not met a release since; else null. */
    Map<String, OldBuckets> old() {
        return old;
    }

    boolean isNew() {
        return layout == NEVER_MET && old == null;
    }

    /** The slot at a position of the layout, which {@code series} must be at. */
    Slot slot(int position, Series series) {
        index();
        if (slots[position] == null) {
            slots[position] =
                    series.read(new RecordReader(stored, edges[position], edges[position + 1] - edges[position]));
        }
        return slots[position];
    }

    Slot slotToChange(int position, Series series) {
        changed = true;
        return slot(position, series);
    }

    /** How many slots have been read. */
    int touched() {
        return slots == null
                ? 0
                : (int) Arrays.stream(slots).filter(slot -> slot != null).count();
    }

    /** The bytes of every slot by its key. */
    Map<Integer, byte[]> contents() {
        store();
        index();
        Map<Integer, byte[]> contents = new TreeMap<>();
        RecordReader in = new RecordReader(stored);
        in.skip(KEYS_AT);
        for (int i = in.count(); i > 0; i--) {
            contents.put(in.hash32(), Arrays.copyOfRange(stored, edges[contents.size()], edges[contents.size() + 1]));
        }
        return contents;
    }

    /** Takes on another layout. Keys are sorted; contents go with them. */
    void lay(int newLayout, int[] newKeys, byte[][] contents) {
        RecordWriter out = new RecordWriter();
        out.hash32(newLayout);
        out.number(newKeys.length);
        for (int key : newKeys) {
            out.hash32(key);
        }
        for (byte[] content : contents) {
            out.number(content.length);
        }
        for (byte[] content : contents) {
            out.bytes(content, 0, content.length);
        }
        layout = newLayout;
        old = null;
        stored(out);
    }

    /** Writes anew what changed; everything else goes over as it is, run by run. */
    private void store() {
        if (!changed) {
            return;
        }
        RecordWriter out = new RecordWriter();
        out.bytes(stored, 0, lengthsAt);
        byte[][] touched = new byte[slots.length][];
        for (int i = 0; i < slots.length; i++) {
            touched[i] = slots[i] == null ? null : slots[i].toBytes();
            out.number(touched[i] == null ? edges[i + 1] - edges[i] : touched[i].length);
        }
        int from = edges[0];
        for (int i = 0; i < slots.length; i++) {
            if (touched[i] != null) {
                out.bytes(stored, from, edges[i] - from);
                out.bytes(touched[i], 0, touched[i].length);
                from = edges[i + 1];
            }
        }
        out.bytes(stored, from, edges[slots.length] - from);
        stored(out);
    }

    private void stored(RecordWriter out) {
        stored = out.toBytes();
        edges = null;
        slots = null;
        changed = false;
    }

    private void index() {
        if (slots != null) {
            return;
        }
        RecordReader in = new RecordReader(stored);
        int size = 0;
        if (layout != NEVER_MET) {
            in.skip(KEYS_AT);
            size = in.count();
            in.skip(size * Integer.BYTES);
        }
        lengthsAt = in.position();
        edges = new int[size + 1];
        slots = new Slot[size];
        for (int i = 0; i < size; i++) {
            edges[i + 1] = edges[i] + in.count();
        }
        for (int i = 0; i <= size; i++) {
            edges[i] += in.position();
        }
    }
}
