package io.motengine.bench.customers;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** Customers for whom what was due has been decided, each counted once. */
final class Served {
    private final AtomicLongArray bits;
    private final LongAdder customers = new LongAdder();
    private final AtomicLong last = new AtomicLong();

    Served(long customers) {
        bits = new AtomicLongArray((int) (customers / Long.SIZE) + 1);
    }

    /** Returns whether it is the first time. */
    boolean add(long customer) {
        int word = (int) (customer / Long.SIZE);
        long bit = 1L << (customer % Long.SIZE);
        if ((bits.getAndUpdate(word, before -> before | bit) & bit) != 0) {
            return false;
        }
        customers.increment();
        last.set(System.nanoTime());
        return true;
    }

    long customers() {
        return customers.sum();
    }

    /** When the last was, by {@link System#nanoTime}; 0 if none has been. */
    long last() {
        return last.get();
    }
}
