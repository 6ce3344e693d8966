package io.motengine.engine.record;

import java.nio.charset.StandardCharsets;

/**
 * How a text stands in a record: as pieces of the {@link Vocabulary} where all of it can be said in them, hexadecimal digits and
 * the UUID that ends a name as the bytes that they stand for, anything else as UTF-8. A head says form and length; it is never 0.
 */
final class TextForm {
    private static final int UTF8 = 0;
    private static final int PIECES = 1;
    private static final int HEX = 2;
    /** Pieces, and then the 16 bytes of a UUID. */
    private static final int UUID = 3;

    private static final int FORMS = 4;
    private static final int SHORTEST_HEX = 8;
    private static final int UUID_DIGITS = 36;
    private static final int UUID_BYTES = 16;

    /** Where the dashes of a UUID stand. */
    private static final int[] DASHES = {8, 13, 18, 23};

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private TextForm() {}

    /**
     * Writes a text that is not null.
     *
     * @param factor what the head is multiplied with, and
     * @param marker added to it, to be told apart from what else may stand there
     * @return {@link #isCommon} of its head
     */
    static boolean write(String text, int factor, int marker, RecordWriter out) {
        int length = text.length();
        byte[] pieces = out.pieces(length);
        int uuid = length - UUID_DIGITS;
        int size = isUuid(text, uuid) ? Vocabulary.pieces(text, uuid, pieces) : Vocabulary.NONE;
        if (size != Vocabulary.NONE) {
            head(size, UUID, factor, marker, out);
            out.bytes(pieces, 0, size);
            hex(text, uuid, out);
            return false;
        }
        if (isHex(text)) {
            head(length / 2, HEX, factor, marker, out);
            hex(text, 0, out);
            return false;
        }
        size = Vocabulary.pieces(text, length, pieces);
        if (size != Vocabulary.NONE) {
            head(size, PIECES, factor, marker, out);
            out.bytes(pieces, 0, size);
            return true;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        head(bytes.length, UTF8, factor, marker, out);
        out.bytes(bytes, 0, bytes.length);
        return true;
    }

    private static void head(int length, int form, int factor, int marker, RecordWriter out) {
        out.number(((long) length * FORMS + form + 1) * factor + marker);
    }

    /** Whether many records may have the text: numbers that were drawn for one of them are in no other. */
    static boolean isCommon(long head) {
        int form = form(head);
        return form == PIECES || form == UTF8;
    }

    /** The text behind its head. */
    static String read(long head, RecordReader in) {
        long length = (head - 1) / FORMS;
        int form = form(head);
        if (head < 1 || length > Integer.MAX_VALUE - UUID_BYTES) {
            throw new IllegalStateException("record: a text of head " + head + " before position " + in.position());
        }
        int from = in.position();
        in.skip((int) length + (form == UUID ? UUID_BYTES : 0));
        int to = from + (int) length;
        return switch (form) {
            case UTF8 -> new String(in.bytes(), from, to - from, StandardCharsets.UTF_8);
            case PIECES -> Vocabulary.text(in.bytes(), from, to);
            case HEX -> hex(in.bytes(), from, to);
            default -> withUuid(in.bytes(), from, to);
        };
    }

    private static int form(long head) {
        return (int) ((head - 1) % FORMS);
    }

    /** Where the text of a head that {@link #isCommon} ends, its length unchecked. */
    static long end(long head, RecordReader in) {
        return in.position() + (head - 1) / FORMS;
    }

    private static String hex(byte[] bytes, int from, int to) {
        byte[] signs = new byte[(to - from) * 2];
        hex(bytes, from, to, signs, 0);
        return new String(signs, StandardCharsets.ISO_8859_1);
    }

    private static String withUuid(byte[] bytes, int from, int to) {
        int length = Vocabulary.length(bytes, from, to);
        byte[] signs = new byte[length + UUID_DIGITS];
        Vocabulary.signs(bytes, from, to, signs);
        int digit = length;
        int octet = to;
        for (int dash : DASHES) {
            int octets = (length + dash - digit) / 2;
            hex(bytes, octet, octet + octets, signs, digit);
            signs[length + dash] = '-';
            octet += octets;
            digit = length + dash + 1;
        }
        hex(bytes, octet, to + UUID_BYTES, signs, digit);
        return new String(signs, StandardCharsets.ISO_8859_1);
    }

    private static void hex(byte[] bytes, int from, int to, byte[] signs, int begin) {
        int at = begin;
        for (int i = from; i < to; i++) {
            signs[at++] = DIGITS[(bytes[i] >> 4) & 0xf];
            signs[at++] = DIGITS[bytes[i] & 0xf];
        }
    }

    /** Two digits a byte, dashes passed over. */
    private static void hex(String text, int from, RecordWriter out) {
        for (int at = from; at < text.length(); at += 2) {
            if (text.charAt(at) == '-') {
                at++;
            }
            out.octet(value(text.charAt(at)) << 4 | value(text.charAt(at + 1)));
        }
    }

    private static int value(char digit) {
        return digit <= '9' ? digit - '0' : digit - 'a' + 10;
    }

    /** Only as it will be read back: in lower case. */
    private static boolean isHex(String text) {
        if (text.length() < SHORTEST_HEX || text.length() % 2 != 0) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUuid(String text, int from) {
        if (from < 0) {
            return false;
        }
        for (int dash : DASHES) {
            if (text.charAt(from + dash) != '-') {
                return false;
            }
        }
        int dashes = 0;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '-') {
                dashes++;
            } else if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return dashes == DASHES.length;
    }

    private static boolean isDigit(char sign) {
        return (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'f');
    }
}
