package io.motengine.engine.record;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

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
    private static final HexFormat DIGITS = HexFormat.of();

    private TextForm() {}

    /**
     * Writes a text that is not null.
     *
     * @param factor what the head is multiplied with, and
     * @param marker added to it, to be told apart from what else may stand there
     */
    static void write(String text, int factor, int marker, RecordWriter out) {
        int length = text.length();
        byte[] uuid = isUuid(text, length - UUID_DIGITS) ? uuidAtEnd(text) : null;
        byte[] bytes = uuid == null ? null : Vocabulary.pieces(text, length - UUID_DIGITS);
        int form = UUID;
        if (bytes == null && isHex(text)) {
            bytes = DIGITS.parseHex(text);
            form = HEX;
        }
        if (bytes == null) {
            bytes = Vocabulary.pieces(text, length);
            form = PIECES;
        }
        if (bytes == null) {
            bytes = text.getBytes(StandardCharsets.UTF_8);
            form = UTF8;
        }
        out.number(((long) bytes.length * FORMS + form + 1) * factor + marker);
        out.bytes(bytes, 0, bytes.length);
        if (form == UUID) {
            out.bytes(uuid, 0, UUID_BYTES);
        }
    }

    /** The text behind its head. */
    static String read(long head, RecordReader in) {
        long length = (head - 1) / FORMS;
        int form = (int) ((head - 1) % FORMS);
        if (head < 1 || length > Integer.MAX_VALUE - UUID_BYTES) {
            throw new IllegalStateException("record: a text of head " + head + " before position " + in.position());
        }
        int from = in.position();
        in.skip((int) length + (form == UUID ? UUID_BYTES : 0));
        int to = from + (int) length;
        return switch (form) {
            case UTF8 -> new String(in.bytes(), from, to - from, StandardCharsets.UTF_8);
            case PIECES -> Vocabulary.text(in.bytes(), from, to);
            case HEX -> DIGITS.formatHex(in.bytes(), from, to);
            default -> Vocabulary.text(in.bytes(), from, to) + uuid(in.bytes(), to);
        };
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
        for (int i = 0; i < UUID_DIGITS; i++) {
            char sign = text.charAt(from + i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? sign != '-' : !isDigit(sign)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char sign) {
        return (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'f');
    }

    private static byte[] uuidAtEnd(String text) {
        return DIGITS.parseHex(text.substring(text.length() - UUID_DIGITS).replace("-", ""));
    }

    private static String uuid(byte[] bytes, int at) {
        return new StringBuilder(DIGITS.formatHex(bytes, at, at + UUID_BYTES))
                .insert(20, '-')
                .insert(16, '-')
                .insert(12, '-')
                .insert(8, '-')
                .toString();
    }
}
