package io.motengine.engine.record;

import java.nio.charset.StandardCharsets;

/** All that could be read in the bytes of a record, as plain text and as pieces of the vocabulary, wherever they begin. */
public final class Traces {
    private Traces() {}

    /** To be searched for what must not be there any more. */
    public static String of(byte[] record) {
        return new String(record, StandardCharsets.ISO_8859_1)
                + "\n" + new String(record, StandardCharsets.UTF_8)
                + "\n" + pieces(record, 0)
                + "\n" + pieces(record, 1);
    }

    /** A piece takes one byte or two, so two beginnings see all. */
    private static String pieces(byte[] record, int from) {
        StringBuilder text = new StringBuilder();
        for (int at = from; at < record.length; ) {
            int length = Byte.toUnsignedInt(record[at]) == Vocabulary.SECOND ? 2 : 1;
            text.append(at + length <= record.length ? piece(record, at, length) : "?");
            at += length;
        }
        return text.toString();
    }

    private static String piece(byte[] record, int at, int length) {
        try {
            return Vocabulary.text(record, at, at + length);
        } catch (RuntimeException e) {
            // No piece has this number: no text stands here.
            return "?";
        }
    }
}
