package io.motengine.schemas.codec;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Texts out of JSON. Events say the same few words again and again, the names of their members above all: short ones that came
 * lately are not made anew. Which those are changes nothing but the memory that it takes.
 */
final class KnownWords {
    private static final int MOST_BYTES = 24;
    private static final int PLACES = 1 << 12;

    /** Each word at the place of its hash, the last that came; no more than there are places, whoever sends what. */
    private static final AtomicReferenceArray<String> WORDS = new AtomicReferenceArray<>(PLACES);

    private KnownWords() {}

    /** @param ascii whether all of it is; else it must be valid UTF-8 */
    static String text(byte[] bytes, int from, int to, boolean ascii) {
        if (!ascii || to - from > MOST_BYTES) {
            return new String(bytes, from, to - from, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
        }
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        int place = (hash ^ (hash >>> 12)) & (PLACES - 1);
        String known = WORDS.getPlain(place);
        if (known == null || !isIn(known, bytes, from, to)) {
            known = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
            WORDS.setPlain(place, known);
        }
        return known;
    }

    private static boolean isIn(String word, byte[] bytes, int from, int to) {
        if (word.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (word.charAt(i - from) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
