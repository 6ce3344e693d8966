package io.motengine.engine.record;

/** Hashes that mean the same for ever: records keep them. FNV-1a over UTF-16 units, finished with the mix of MurmurHash3. */
public final class Hashes {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Hashes() {}

    public static long of(String text) {
        return mixed(update(OFFSET, text));
    }

    /** Of two texts, kept apart: ("ab", "c") is not ("a", "bc"). */
    public static long of(String first, String second) {
        return mixed(update((update(OFFSET, first) ^ 0xffff) * PRIME, second));
    }

    public static int of32(String text) {
        return (int) of(text);
    }

    /** The upper 48 bits, as a number that is never negative. */
    public static long of48(String text) {
        return of(text) >>> 16;
    }

    private static long update(long hash, String text) {
        long updated = hash;
        for (int i = 0; i < text.length(); i++) {
            updated = (updated ^ text.charAt(i)) * PRIME;
        }
        return updated;
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
