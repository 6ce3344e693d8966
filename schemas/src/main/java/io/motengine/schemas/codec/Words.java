package io.motengine.schemas.codec;

/** What text may be made of. The rule is that of CloudEvents strings, for ids, codes and names alike. */
final class Words {
    static final String WORD = "1 to 256 characters on one line";
    private static final char REPLACEMENT = '\uFFFD';
    private static final int MAX_WORD = 256;

    private Words() {}

    /** Whether it is printable ASCII. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    /** Whether it is a word of printable ASCII, which most are. */
    static boolean isPlainWord(String text) {
        return !text.isEmpty() && text.length() <= MAX_WORD && isPlain(text);
    }

    /** Whether it can be an id, a code or a name: something, not long, without control characters. */
    static boolean isWord(String text) {
        boolean fits = text.length() <= MAX_WORD
                || (text.length() <= 2 * MAX_WORD && text.codePointCount(0, text.length()) <= MAX_WORD);
        return !text.isEmpty() && fits && isOneLine(text);
    }

    private static boolean isOneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether it has no NUL, which databases refuse, and no half of a surrogate pair, which UTF-8 cannot carry. */
    static boolean isText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** The text with what {@link #isText} refuses replaced: what the engine says must always be writable. */
    static String writable(String text) {
        if (isText(text)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
