package io.motengine.engine.scorecards;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What is remembered of one card.
 *
 * @param level held
 * @param line reached and not yet lost; the level's own or one above it
 * @param since when the level began, epoch milliseconds
 * @param below lines that are held though the score is below them, each since when it was first seen there
 * @param near whether nearing the next line has been told already
 * @param known whether the movable amount was known
 */
record Standing(String level, long line, long since, NavigableMap<Long, Long> below, boolean near, boolean known) {
    private static final int NEAR = 1;
    private static final int KNOWN = 2;
    private static final int FALLING = 4;

    Standing {
        below = below.isEmpty() ? Collections.emptyNavigableMap() : Collections.unmodifiableNavigableMap(below);
    }

    boolean falling() {
        return !below.isEmpty();
    }

    /** When the score was first seen below the line held; {@link Long#MAX_VALUE} if it is not. */
    long fallingSince() {
        return below.getOrDefault(line, Long.MAX_VALUE);
    }

    /** Of two identities that turn out to be one: nobody loses a level by it. */
    Standing merge(Standing other) {
        if (compare(other) < 0) {
            return other.merge(this);
        }
        if (line != other.line || known != other.known) {
            return this;
        }
        NavigableMap<Long, Long> both = new TreeMap<>();
        below.forEach((held, at) -> {
            if (other.below.containsKey(held)) {
                both.put(held, Math.max(at, other.below.get(held)));
            }
        });
        return new Standing(level, line, since, both, near || other.near, known);
    }

    /** What was known goes before what was not, then the higher line, then the older level. */
    private int compare(Standing other) {
        if (known != other.known) {
            return Boolean.compare(known, other.known);
        }
        if (line != other.line) {
            return Long.compare(line, other.line);
        }
        if (since != other.since) {
            return Long.compare(other.since, since);
        }
        return level.compareTo(other.level);
    }

    void write(RecordWriter out) {
        out.octet((near ? NEAR : 0) | (known ? KNOWN : 0) | below.size() * FALLING);
        out.word(level);
        out.amount(line);
        out.time(since);
        below.forEach((held, at) -> {
            out.amount(held - line);
            out.time(at);
        });
    }

    static Standing read(RecordReader in) {
        int flags = in.octet();
        String level = in.word();
        long line = in.amount();
        long since = in.time();
        NavigableMap<Long, Long> below = flags < FALLING ? Collections.emptyNavigableMap() : new TreeMap<>();
        for (int left = flags / FALLING; left > 0; left--) {
            below.put(line + in.amount(), in.time());
        }
        return new Standing(level, line, since, below, (flags & NEAR) != 0, (flags & KNOWN) != 0);
    }
}
