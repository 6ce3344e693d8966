package io.motengine.bench.life;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.UUID;

/** Everything accidental in a customer's life, the same in every run. */
public final class Chance {
    private final SplittableRandom random;

    public Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From {@code from} to {@code to}, both included. */
    public int between(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    public long amount(long fromMinor, long toMinor) {
        return random.nextLong(fromMinor, toMinor + 1);
    }

    /** So many times in order, the last of them {@code to}. */
    long[] times(long from, long to, int number) {
        long[] times = random.longs(number, from, to + 1).toArray();
        times[0] = to;
        Arrays.sort(times);
        return times;
    }

    public boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    public String of(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** An event's id, as most sources give them. */
    public String uuid() {
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(high, low).toString();
    }
}
