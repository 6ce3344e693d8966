package io.motengine.engine.state;

import java.util.Arrays;

/**
 * When each field of something was last reported (event time, epoch milliseconds; {@link CustomerState#UNSET} if never).
 *
 * <p>Reports are partial and come in any order: with one time for all of it, an older report of another field would be lost.
 */
public final class FieldTimes {
    private final long[] times;

    private FieldTimes(long[] times) {
        this.times = times;
    }

    static FieldTimes none(int fields) {
        long[] times = new long[fields];
        Arrays.fill(times, CustomerState.UNSET);
        return new FieldTimes(times);
    }

    /** Of a profile whose first fields were reported then, and the others never. */
    static FieldTimes first(int fields, long time) {
        FieldTimes first = none(Profile.FIELDS);
        Arrays.fill(first.times, 0, fields, time);
        return first;
    }

    /** The array is given away. */
    static FieldTimes of(long[] times) {
        return new FieldTimes(times);
    }

    long of(int field) {
        return times[field];
    }

    long[] copy() {
        return times.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldTimes that && Arrays.equals(times, that.times);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(times);
    }

    @Override
    public String toString() {
        return Arrays.toString(times);
    }
}
