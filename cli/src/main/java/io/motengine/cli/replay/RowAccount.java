package io.motengine.cli.replay;

import io.motengine.cli.mapping.RejectedRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of the rows of one file: every row became an event, was left out by the mapping, or was rejected. */
final class RowAccount {
    private static final int SHOWN = 5;
    private final String file;
    private final SortedMap<String, Long> skipped = new TreeMap<>();
    private final SortedMap<String, Long> rejected = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();
    private long rows;
    private long events;

    RowAccount(String file) {
        this.file = file;
    }

    void event() {
        rows++;
        events++;
    }

    void skipped(String reason) {
        rows++;
        skipped.merge(reason, 1L, Long::sum);
    }

    void rejected(RejectedRow row) {
        rows++;
        rejected.merge(row.reason(), 1L, Long::sum);
        if (examples.size() < SHOWN) {
            examples.add(row.getMessage());
        }
    }

    String file() {
        return file;
    }

    long rows() {
        return rows;
    }

    long events() {
        return events;
    }

    /** Rows left out, by reason. */
    SortedMap<String, Long> skipped() {
        return Collections.unmodifiableSortedMap(skipped);
    }

    /** Rows rejected, by reason. */
    SortedMap<String, Long> rejected() {
        return Collections.unmodifiableSortedMap(rejected);
    }

    /** The first rejected rows: file, line, what was found and expected. */
    List<String> examples() {
        return Collections.unmodifiableList(examples);
    }

    boolean balances() {
        return rows == events + sum(skipped) + sum(rejected);
    }

    private static long sum(SortedMap<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
