package io.motengine.engine.features;

import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which hashes are kept by bucket, by the book: slow and obvious. */
final class NaiveDistinct {
    private static final int SMALLEST = DistinctValues.EXACT + 1;
    private final TreeMap<Long, TreeSet<Long>> kept = new TreeMap<>();

    void add(long bucket, long hash) {
        kept.computeIfAbsent(bucket, absent -> new TreeSet<>()).add(hash);
    }

    void forget(long settled, long gone) {
        kept.headMap(gone, true).clear();
        kept.headMap(settled, true)
                .forEach((bucket, hashes) ->
                        kept.subMap(bucket, false, settled, true).values().forEach(hashes::removeAll));
        if (kept.values().stream().mapToInt(Collection::size).sum() > SMALLEST) {
            kept.forEach((bucket, hashes) -> hashes.removeIf(hash ->
                    in(bucket, Math.max(bucket, settled)).headSet(hash, false).size() >= SMALLEST));
        }
        kept.values().removeIf(Collection::isEmpty);
    }

    long count(long from, long to) {
        NavigableSet<Long> in = in(from, to);
        if (in.size() < SMALLEST) {
            return in.size();
        }
        long last = in.stream().skip(DistinctValues.EXACT).findFirst().orElseThrow();
        return Math.round(DistinctValues.EXACT * 0x1p24 / (last + 1));
    }

    private NavigableSet<Long> in(long from, long to) {
        NavigableSet<Long> in = new TreeSet<>();
        if (from <= to) {
            kept.subMap(from, true, to, true).values().forEach(in::addAll);
        }
        return in;
    }

    byte[] bytes(long before) {
        BitWriter out = new BitWriter();
        long previous = before;
        for (long bucket : kept.keySet()) {
            out.number(bucket - previous - 1, 0);
            out.number(kept.get(bucket).size() - 1L, 0);
            kept.get(bucket).forEach(hash -> out.bits(hash, 24));
            previous = bucket;
        }
        return out.toBytes();
    }
}
