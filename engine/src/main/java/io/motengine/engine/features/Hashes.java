package io.motengine.engine.features;

/** Hashes that mean the same for ever: records keep them. */
final class Hashes {
    private Hashes() {}

    /** FNV-1a over UTF-16 units, finished with the 64-bit mix of MurmurHash3. */
    static long of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }

    static int of32(String text) {
        return (int) of(text);
    }

    /** The upper 48 bits, as a number that is never negative. */
    static long of48(String text) {
        return of(text) >>> 16;
    }
}
