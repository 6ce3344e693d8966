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
 * <p>As bytes: a hash of the layout, the day that slots count from, their directory, their lengths, their contents. Mutable, with one owner at a time.
 */
public final class FeatureMemory {
    private static final byte[] NOTHING = new byte[0];
    private static final int NEVER_MET = 0;

    /** So many days on, slots are counted from another day. */
    private static final int FAR = 14;

    /** Part of the record that was read, which nobody changes: copying it would be most of what an event costs. */
    private byte[] stored;

    private int begin;
    private int end;
    private int layout;
    private Map<String, OldBuckets> old;
    private long anchor;
    private int directoryAt;
    private int lengthsAt;
    private boolean smallLengths;
    private int[] edges;
    private Slot[] slots;
    private boolean changed;
    private int usualDayChanges;

    /** Of a customer of whom nothing is known yet. */
    public FeatureMemory() {
        this(NOTHING, 0, 0);
    }

    private FeatureMemory(byte[] stored, int begin, int end) {
        this.stored = stored;
        this.begin = begin;
        this.end = end;
        if (end > begin) {
            RecordReader in = in();
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
        byte[] bytes = out.toBytes();
        return new FeatureMemory(bytes, 0, bytes.length);
    }

    public static FeatureMemory read(RecordReader in) {
        int length = in.count();
        in.skip(length);
        return new FeatureMemory(in.bytes(), in.position() - length, in.position());
    }

    /** How many bytes were read: about as many will be written. */
    public int size() {
        return end - begin;
    }

    public void write(RecordWriter out) {
        if (changed) {
            writeChanged(out);
        } else {
            out.number(end - begin);
            out.bytes(stored, begin, end - begin);
        }
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
        List<Series> all = set.series();
        for (int i = 0; i < all.size(); i++) {
            if (other.edges[i] < other.edges[i + 1] || other.slots[i] != null) {
                slotToChange(i, all.get(i)).merge(other.slot(i, all.get(i)));
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

    /** The slot at a position of the layout, which the series must be at. */
    Slot slot(int position, Series of) {
        index();
        if (slots[position] == null) {
            int length = edges[position + 1] - edges[position];
            slots[position] = of.read(stored, edges[position], length, anchor);
        }
        return slots[position];
    }

    Slot slotToChange(int position, Series of) {
        Slot slot = slot(position, of);
        slot.change();
        changed = true;
        return slot;
    }

    /** How often what usual days are told from has changed since the record was read. */
    public int usualDayChanges() {
        return usualDayChanges;
    }

    void usualDayChanged() {
        usualDayChanges++;
    }

    /** How many slots have been read. */
    int touched() {
        return slots == null
                ? 0
                : (int) Arrays.stream(slots).filter(slot -> slot != null).count();
    }

    /**
     * Slots count from a day near them, in fewer bytes. Every other week all are written anew, from a day that is near by then and
     * without what nobody will ask for again.
     *
     * @param day of an event, from 1970-01-01
     * @param settled as in {@link Series#take}
     */
    void keepNear(long day, long settled, List<Series> all) {
        index();
        if (day - anchor <= FAR) {
            return;
        }
        for (int i = 0; i < slots.length; i++) {
            if (edges[i] < edges[i + 1] || slots[i] != null) {
                all.get(i).tidy(settled, slotToChange(i, all.get(i)));
            }
        }
        changed = true;
        anchor = day;
    }

    /** Day that slots count from. */
    long anchor() {
        index();
        return anchor;
    }

    /** The bytes of every slot by its key. */
    Map<Integer, byte[]> contents() {
        store();
        index();
        Map<Integer, byte[]> contents = new TreeMap<>();
        for (int key : Directory.read(stored, directoryAt, lengthsAt - directoryAt)) {
            contents.put(key, Arrays.copyOfRange(stored, edges[contents.size()], edges[contents.size() + 1]));
        }
        return contents;
    }

    /** Takes on another layout. Contents are in the order of the directory, counted from the anchor. */
    void lay(int newLayout, long newAnchor, Directory directory, byte[][] contents) {
        RecordWriter out = new RecordWriter();
        out.hash32(newLayout);
        out.signed(newAnchor);
        directory.write(out);
        for (byte[] content : contents) {
            out.number(content.length);
        }
        for (byte[] content : contents) {
            out.bytes(content, 0, content.length);
        }
        layout = newLayout;
        old = null;
        stored(out.toBytes());
    }

    private void store() {
        if (changed) {
            RecordWriter out = new RecordWriter();
            writeChanged(out);
            RecordReader in = new RecordReader(out.toBytes());
            stored(in.block());
        }
    }

    /** Writes anew what changed; everything else goes over as it is, run by run. */
    private void writeChanged(RecordWriter out) {
        byte[][] anew = new byte[slots.length][];
        int total = Integer.BYTES + RecordWriter.octets(BitWriter.unsigned(anchor)) + end - directoryAt;
        for (int i = 0; i < slots.length; i++) {
            if (slots[i] != null && slots[i].hasChanged()) {
                anew[i] = slots[i].toBytes(anchor);
                total += octets(anew[i].length) - octets(edges[i + 1] - edges[i]);
            }
        }
        out.number(total);
        out.hash32(layout);
        out.signed(anchor);
        out.bytes(stored, directoryAt, lengthsAt - directoryAt);
        writeLengths(anew, out);
        int from = edges[0];
        for (int i = 0; i < slots.length; i++) {
            if (anew[i] != null) {
                out.bytes(stored, from, edges[i] - from);
                out.bytes(anew[i], 0, anew[i].length);
                from = edges[i + 1];
            }
        }
        out.bytes(stored, from, end - from);
    }

    private void writeLengths(byte[][] anew, RecordWriter out) {
        int from = 0;
        for (int i = 0; i < slots.length; i++) {
            if (!smallLengths) {
                out.number(anew[i] == null ? edges[i + 1] - edges[i] : anew[i].length);
            } else if (anew[i] != null) {
                out.bytes(stored, lengthsAt + from, i - from);
                out.number(anew[i].length);
                from = i + 1;
            }
        }
        if (smallLengths) {
            out.bytes(stored, lengthsAt + from, slots.length - from);
        }
    }

    /** Of a slot with its length in front. */
    private static int octets(int length) {
        return RecordWriter.octets(length) + length;
    }

    private RecordReader in() {
        return new RecordReader(stored, begin, end - begin);
    }

    private void stored(byte[] bytes) {
        stored = bytes;
        begin = 0;
        end = bytes.length;
        edges = null;
        slots = null;
        changed = false;
    }

    private void index() {
        if (slots != null) {
            return;
        }
        RecordReader in = in();
        int size = 0;
        directoryAt = begin;
        if (layout != NEVER_MET) {
            in.skip(Integer.BYTES);
            anchor = in.signed();
            directoryAt = in.position();
            size = Directory.skip(in);
        }
        lengthsAt = in.position();
        edges = new int[size + 1];
        slots = new Slot[size];
        lengths(in);
    }

    private void lengths(RecordReader in) {
        int size = slots.length;
        boolean small = size <= end - lengthsAt;
        int edge = lengthsAt + size;
        for (int i = 0; small && i < size; i++) {
            small = stored[lengthsAt + i] >= 0;
            edges[i] = edge;
            edge += stored[lengthsAt + i];
        }
        edges[size] = edge;
        smallLengths = small;
        if (small) {
            return;
        }
        edges[0] = 0;
        for (int i = 0; i < size; i++) {
            edges[i + 1] = edges[i] + in.count();
        }
        for (int i = 0; i <= size; i++) {
            edges[i] += in.position();
        }
    }
}
