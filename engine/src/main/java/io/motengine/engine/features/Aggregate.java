package io.motengine.engine.features;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a feature makes of the events in its window. */
public enum Aggregate {
    /** How many; {@code long}. */
    COUNT("count", Of.NONE),
    /** Of money or numbers; stays at the end of the range instead of overflowing. */
    SUM("sum", Of.AMOUNT),
    /** Smallest money or number, zero if there is none. */
    MIN("min", Of.AMOUNT),
    /** Largest money or number, zero if there is none. */
    MAX("max", Of.AMOUNT),
    /** Of the events that carry the member; money rounded half-even to its minor unit, {@code double} for numbers. */
    AVERAGE("average", Of.AMOUNT),
    /** How many distinct values; exact up to {@link DistinctValues#EXACT}, then an estimate within some 13 %. */
    DISTINCT("distinct", Of.VALUE),
    /** The member's value in the first event of the window; zero or empty if there is none. */
    FIRST("first", Of.VALUE),
    /** The member's value in the last event of the window; zero or empty if there is none. */
    LAST("last", Of.VALUE),
    /** Whole minutes ({@code long}) since the last event of the window, -1 if there is none. */
    TIME_SINCE_LAST("timeSinceLast", Of.NONE),
    /** Day of the month ({@code int}) on which the first event of a month usually comes, -1 if fewer than three months tell. */
    USUAL_DAY("usualDay", Of.NONE),
    /** Mean of the window's past buckets, empty ones included: this customer's own norm. */
    MEAN("mean", Of.OPTIONAL_AMOUNT),
    /** Population standard deviation of the window's past buckets, empty ones included. */
    DEVIATION("deviation", Of.OPTIONAL_AMOUNT);

    private final String word;
    private final Of of;

    Aggregate(String word, Of of) {
        this.word = word;
        this.of = of;
    }

    /** What an aggregate looks at. */
    public enum Of {
        /** The event as such: no {@code of}. */
        NONE,
        /** A member that is money or a number. */
        AMOUNT,
        /** A member that is money or a number, or the number of events. */
        OPTIONAL_AMOUNT,
        /** A member that holds one value. */
        VALUE
    }

    /** As written in {@code features.yaml}. */
    public String word() {
        return word;
    }

    public Of of() {
        return of;
    }

    /** The aggregate of that word. */
    public static Optional<Aggregate> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Aggregate::word).toList();
    }
}
