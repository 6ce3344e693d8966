package io.motengine.schemas.codec;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Tokens of JSON as machines write it, which nearly all of it is: no escapes in strings, short numbers, few levels. Whatever else
 * comes is {@link NotPlain}, be it wrong or only unusual: {@link ParsedTokens} then find out.
 *
 * <p>The text must be valid UTF-8. An event costs a third of the time so, and a quarter of the memory.
 */
final class PlainTokens implements Tokens {
    private static final int MOST_DEPTH = 16;
    private static final int MOST_NAME = 64;
    private static final int MOST_DIGITS = 18;

    private final byte[] json;
    private JsonToken current;
    private int at;
    private int start;
    private int end;
    private boolean ascii;
    private int hash;
    private int depth;
    /** A bit for each level: whether it is an object. */
    private int objects;
    /** Whether nothing stands before the present place in the object or array around it. */
    private boolean first;

    private boolean named;

    /** Nothing is said of why: nobody reads it. */
    static final class NotPlain extends IOException {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    PlainTokens(byte[] json) {
        this.json = json;
    }

    @Override
    public JsonToken next() throws IOException {
        if (depth == 0 && current != null) {
            expect(blank() == json.length);
            return null;
        }
        if (!named && depth > 0) {
            expect(!inObject());
            if (closes(']')) {
                return close(JsonToken.END_ARRAY);
            }
        }
        named = false;
        current = value();
        return current;
    }

    @Override
    public String nextName() throws IOException {
        return nextMember() ? text() : null;
    }

    private boolean nextMember() throws IOException {
        expect(inObject() && !named);
        if (closes('}')) {
            close(JsonToken.END_OBJECT);
            return false;
        }
        expect(see() == '"');
        string();
        expect(end - start <= MOST_NAME);
        blank();
        expect(see() == ':');
        at++;
        named = true;
        return true;
    }

    /** Whether the object or array ends here; if not, what comes next may be read. */
    private boolean closes(int sign) throws IOException {
        blank();
        if (see() == sign) {
            at++;
            return true;
        }
        if (!first) {
            expect(see() == ',');
            at++;
            blank();
        }
        return false;
    }

    private JsonToken close(JsonToken token) {
        depth--;
        first = false;
        current = token;
        return token;
    }

    private JsonToken value() throws IOException {
        blank();
        int sign = see();
        start = at;
        boolean opens = sign == '{' || sign == '[';
        first = opens;
        if (opens) {
            return open(sign == '{');
        }
        if (sign == '"') {
            string();
            return JsonToken.VALUE_STRING;
        }
        return switch (sign) {
            case 't' -> literal("true", JsonToken.VALUE_TRUE);
            case 'f' -> literal("false", JsonToken.VALUE_FALSE);
            case 'n' -> literal("null", JsonToken.VALUE_NULL);
            default -> numeral();
        };
    }

    private JsonToken open(boolean object) throws IOException {
        at++;
        depth++;
        expect(depth <= MOST_DEPTH);
        objects = object ? objects | (1 << depth) : objects & ~(1 << depth);
        return object ? JsonToken.START_OBJECT : JsonToken.START_ARRAY;
    }

    private void string() throws IOException {
        start = ++at;
        int all = 0;
        int sum = 0;
        while (true) {
            expect(at < json.length);
            byte sign = json[at];
            if (sign == '"') {
                break;
            }
            // What is not ASCII is negative.
            expect(sign != '\\' && (sign >= ' ' || sign < 0));
            all |= sign;
            sum = 31 * sum + sign;
            at++;
        }
        ascii = all >= 0;
        hash = sum;
        end = at++;
    }

    private JsonToken literal(String word, JsonToken token) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            expect(see() == word.charAt(i));
            at++;
        }
        return ended(token);
    }

    private JsonToken numeral() throws IOException {
        if (see() == '-') {
            at++;
        }
        int digits = at;
        skipDigits();
        expect(at > digits && (json[digits] != '0' || at == digits + 1));
        boolean whole = see() != '.';
        if (!whole) {
            int fraction = ++at;
            skipDigits();
            expect(at > fraction);
        }
        expect(at - digits <= MOST_DIGITS);
        // A number seldom comes again.
        ascii = false;
        return ended(whole ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_NUMBER_FLOAT);
    }

    private void skipDigits() {
        while (see() >= '0' && see() <= '9') {
            at++;
        }
    }

    /** A number or a literal ends where something else begins. */
    private JsonToken ended(JsonToken token) throws IOException {
        end = at;
        int sign = see();
        expect(sign == ',' || sign == '}' || sign == ']' || isBlank(sign));
        return token;
    }

    @Override
    public JsonToken current() {
        return current;
    }

    @Override
    public String text() {
        return ascii
                ? KnownWords.text(json, start, end, hash)
                : new String(json, start, end - start, StandardCharsets.UTF_8);
    }

    @Override
    public long number() {
        return Long.parseLong(new String(json, start, end - start, StandardCharsets.ISO_8859_1));
    }

    @Override
    public int start() {
        return start;
    }

    @Override
    public int skipChildren() throws IOException {
        int outside = depth - 1;
        while (depth > outside) {
            if (!inObject() || nextMember()) {
                next();
            }
        }
        return at;
    }

    /** Whoever complains does so of what {@link ParsedTokens} find. */
    @Override
    public String found() {
        return "";
    }

    private boolean inObject() {
        return depth > 0 && ((objects >> depth) & 1) != 0;
    }

    /** The byte here, or a number that is none at the end. */
    private int see() {
        return at < json.length ? json[at] : Integer.MIN_VALUE;
    }

    private int blank() {
        while (isBlank(see())) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(int sign) {
        return sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t';
    }

    private static void expect(boolean plain) throws NotPlain {
        if (!plain) {
            throw new NotPlain();
        }
    }
}
