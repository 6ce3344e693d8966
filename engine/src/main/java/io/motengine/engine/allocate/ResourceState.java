package io.motengine.engine.allocate;

import io.motengine.engine.record.RecordReader;
import io.motengine.engine.record.RecordWriter;

/**
 * How much of one resource is out. Which claims hold it stands beside it, one entry each: the figures stay as small as they are
 * however many coupons there are.
 *
 * @param out how many are given and not given back
 * @param spent what those cost, in minor units of the base currency
 * @param change how many more there are than the release says, by corrections
 * @param budgetChange how much more may be spent than the release says, by corrections
 */
public record ResourceState(long out, long spent, long change, long budgetChange) {
    /** Of which nothing was ever given. */
    public static final ResourceState NEW = new ResourceState(0, 0, 0, 0);

    private static final int VERSION = 1;

    /** Whether one more may be given. */
    boolean leaves(Need need) {
        return out < limit(need.most(), change) && need.cost() <= limit(need.mostCost(), budgetChange) - spent;
    }

    /** Never below zero, and what has no limit keeps having none. */
    private static long limit(long most, long correction) {
        return most == Need.UNLIMITED ? most : Math.max(0, most + correction);
    }

    ResourceState given(long cost) {
        return new ResourceState(out + 1, spent + cost, change, budgetChange);
    }

    ResourceState back(long cost) {
        return new ResourceState(out - 1, spent - cost, change, budgetChange);
    }

    ResourceState corrected(long byCount, long byBudget) {
        return new ResourceState(out, spent, change + byCount, budgetChange + byBudget);
    }

    /** Versioned, some bytes long. */
    public byte[] bytes() {
        RecordWriter writer = new RecordWriter();
        writer.octet(VERSION);
        writer.number(out);
        writer.number(spent);
        writer.signed(change);
        writer.signed(budgetChange);
        return writer.toBytes();
    }

    /** Reads what {@link #bytes} wrote. */
    public static ResourceState of(byte[] bytes) {
        RecordReader reader = new RecordReader(bytes);
        int version = reader.octet();
        if (version != VERSION) {
            throw new IllegalStateException("resource: version " + version + " (expected: " + VERSION + " or older)");
        }
        return new ResourceState(reader.number(), reader.number(), reader.signed(), reader.signed());
    }
}
