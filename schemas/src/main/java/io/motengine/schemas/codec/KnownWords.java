package io.motengine.schemas.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Texts out of JSON. Events say the same few words again and again, the names of their members above all: short ones that came
 * lately are not made anew. Which those are changes nothing but the memory that it takes.
 */
final class KnownWords {
    private static final int MOST_BYTES = 24;
    private static final int PLACES = 1 << 12;

    /** Each word at the place of its hash, the last that came; no more than there are places, whoever sends what. */
    private static final AtomicReferenceArray<Word> WORDS = new AtomicReferenceArray<>(PLACES);

    /** A text beside its bytes, which are compared many at a time. */
    private static final class Word {
        private final byte[] bytes;
        private final String text;

        Word(byte[] bytes) {
            this.bytes = bytes;
            this.text = new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private KnownWords() {}

    /**
     * A text that is all ASCII.
     *
     * @param hash of its bytes, any as long as it is always the same
     */
    static String text(byte[] bytes, int from, int to, int hash) {
        if (to - from > MOST_BYTES || isNumber(bytes, from, to)) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        int place = (hash ^ (hash >>> 12)) & (PLACES - 1);
        Word known = WORDS.getPlain(place);
        if (known == null || !Arrays.equals(known.bytes, 0, known.bytes.length, bytes, from, to)) {
            known = new Word(Arrays.copyOfRange(bytes, from, to));
            WORDS.setPlain(place, known);
        }
        return known.text;
    }

    /** Amounts, times and many ids begin so, and seldom come again: they would only drive out the words that do. */
    private static boolean isNumber(byte[] bytes, int from, int to) {
        return from < to && (bytes[from] == '-' || (bytes[from] >= '0' && bytes[from] <= '9'));
    }
}
