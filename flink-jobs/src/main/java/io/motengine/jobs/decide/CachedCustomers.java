package io.motengine.jobs.decide;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.motengine.engine.state.CustomerState;
import io.motengine.jobs.config.CacheConfig;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.stream.Stream;

/**
 * Keeps the records of those customers at hand who are heard of most, and writes what has changed a little later, once for several
 * events. See docs/decisions/0025.
 *
 * <p>A record is one object, in {@code kept}, in {@code unwritten}, or in both. Only what is in neither is read, so only what is in
 * {@code unwritten} must not be lost: that map holds on to it whatever the cache lets go of, and nobody needs to hear of an eviction.
 *
 * <p>Nothing of this is in a checkpoint, for which all is written before: {@link #writeAll}.
 */
final class CachedCustomers implements CustomerStates {
    private static final long MIB = 1L << 20;

    private final Store store;
    private final int maxUnwritten;
    private final Cache<String, CustomerState> kept;

    /** By how long ago they last changed: whoever is heard of again soon is written once for all of it. */
    private final LinkedHashMap<String, CustomerState> unwritten = new LinkedHashMap<>();

    private final CacheMetrics metrics;
    private CustomerState out;
    private boolean outIsKept;

    /** Where records are read and written. */
    interface Store {
        /** The current customer's record; null if there is none. */
        CustomerState read() throws IOException;

        /** Writes anybody's record; the current customer stays the current one. */
        void write(CustomerState record) throws IOException;

        /** Drops the current customer's record. */
        void remove() throws IOException;

        Stream<String> names();
    }

    CachedCustomers(Store store, CacheConfig config, CacheMetrics metrics) {
        this(store, config.maxMib() * MIB, config.maxUnwritten(), metrics);
    }

    CachedCustomers(Store store, long maxBytes, int maxUnwritten, CacheMetrics metrics) {
        this.store = store;
        this.maxUnwritten = maxUnwritten;
        this.metrics = metrics;
        // Used by the task's thread alone, and so is all that the cache does for itself.
        kept = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(maxBytes)
                .weigher(CachedCustomers::bytes)
                .build();
    }

    /** About what a record and its place in the cache take of the heap. */
    private static int bytes(String customer, CustomerState record) {
        return HeapSize.of(record);
    }

    @Override
    public CustomerState of(String customer) throws IOException {
        nothingIsOut();
        CustomerState record = kept.getIfPresent(customer);
        outIsKept = record != null;
        if (record == null) {
            record = unwritten.get(customer);
        }
        if (record == null) {
            metrics.missed();
            record = store.read();
        } else {
            metrics.hit();
        }
        out = record == null ? new CustomerState(customer) : record;
        return out;
    }

    @Override
    public void back(CustomerState record, boolean changed) throws IOException {
        if (record != out) {
            throw new IllegalStateException("record of " + record.customer() + " given back (expected: what is out)");
        }
        out = null;
        String customer = record.customer();
        if (record.isGone()) {
            kept.invalidate(customer);
            unwritten.remove(customer);
            store.remove();
        } else if (changed) {
            unwritten.remove(customer);
            unwritten.put(customer, record);
            if (!outIsKept) {
                kept.put(customer, record);
            }
            while (unwritten.size() > maxUnwritten) {
                writeEldest();
            }
        }
    }

    @Override
    public void writeAll() throws IOException {
        nothingIsOut();
        int records = unwritten.size();
        long start = System.nanoTime();
        while (!unwritten.isEmpty()) {
            writeEldest();
        }
        metrics.wroteAll(records, System.nanoTime() - start);
    }

    private void writeEldest() throws IOException {
        Iterator<CustomerState> eldest = unwritten.values().iterator();
        CustomerState record = eldest.next();
        int before = HeapSize.of(record);
        store.write(record);
        eldest.remove();
        metrics.written();
        if (HeapSize.of(record) != before) {
            // Weighed anew, if it is still kept.
            kept.asMap().replace(record.customer(), record);
        }
    }

    @Override
    public Stream<String> names() throws IOException {
        writeAll();
        return store.names();
    }

    /** A record that was not given back is one that a decision has failed upon, half changed: it must not be written. */
    private void nothingIsOut() {
        if (out != null) {
            throw new IllegalStateException("record of " + out.customer() + " was not given back");
        }
    }
}
