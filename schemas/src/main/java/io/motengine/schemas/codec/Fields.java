package io.motengine.schemas.codec;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The members of one JSON object, one after the other, each read as what the contract says it is.
 *
 * <p>{@link #next} moves on; then exactly one of the other methods takes the value. A JSON null reads as null, as if the
 * member were absent.
 */
final class Fields {
    private static final int MAX_TEXT = 16_384;
    private static final int MAX_ITEMS = 1_000;
    private static final int NO_ITEM = -1;

    private final Tokens tokens;
    private final String root;
    private final Fields around;
    private final Names names = new Names();
    private String name;
    private int item = NO_ITEM;

    /** The outermost object; {@code root} goes before the names of its members in messages. */
    Fields(Tokens tokens, String root) {
        this.tokens = tokens;
        this.root = root;
        this.around = null;
    }

    /** An object inside another. Its path is put together only when there is something to complain about. */
    private Fields(Fields around) {
        this.tokens = around.tokens;
        this.root = null;
        this.around = around;
    }

    /** The next member's name, or null at the object's end. */
    String next() throws IOException, BadEventException {
        name = tokens.nextName();
        if (name == null) {
            return null;
        }
        if (!names.add(name)) {
            throw Complaint.of(ErrorCode.DUPLICATE_KEY, Complaint.path(prefix(), name), "twice", "once in an object");
        }
        tokens.next();
        return name;
    }

    /** Leaves the value unread, except that no object inside it may have a name twice. */
    void skip() throws IOException, BadEventException {
        if (tokens.current() == JsonToken.START_OBJECT) {
            Fields inside = new Fields(this);
            while (inside.next() != null) {
                inside.skip();
            }
        } else if (tokens.current() == JsonToken.START_ARRAY) {
            while (tokens.next() != JsonToken.END_ARRAY) {
                skip();
            }
        }
    }

    /** A short string on one line that is not empty: ids, codes, names. */
    String word() throws IOException, BadEventException {
        String text = string();
        if (text == null || Words.isPlainWord(text)) {
            return text;
        }
        if (!Words.isWord(checked(text))) {
            throw bad(ErrorCode.BAD_VALUE, Words.WORD);
        }
        return text;
    }

    /** A word out of a closed list. */
    String oneOf(Collection<String> words) throws IOException, BadEventException {
        String text = string();
        if (text != null && !words.contains(text)) {
            throw bad(ErrorCode.BAD_VALUE, "one of " + String.join(", ", words));
        }
        return text;
    }

    <E extends Enum<E>> E oneOf(WireNames<E> names) throws IOException, BadEventException {
        String text = oneOf(names.all());
        return text == null ? null : names.of(text);
    }

    /** Free text, which may be long, empty, and have line breaks. */
    String text() throws IOException, BadEventException {
        String text = checked(string());
        if (text != null && text.length() > MAX_TEXT) {
            throw bad(ErrorCode.TOO_LARGE, "at most " + MAX_TEXT + " characters");
        }
        return text;
    }

    /** A decimal as it stands, in a string or as a number; {@link Amounts} looks at it once the currency is known. */
    String decimal() throws IOException, BadEventException {
        return switch (tokens.current()) {
            case VALUE_NULL -> null;
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> tokens.text();
            default -> throw bad(ErrorCode.WRONG_TYPE, "a decimal in a string");
        };
    }

    LocalDate date() throws IOException, BadEventException {
        String text = string();
        LocalDate date = text == null ? null : Rfc3339.date(text);
        if (text != null && date == null) {
            throw bad(ErrorCode.BAD_TIME, "a date such as 2026-01-31");
        }
        return date;
    }

    Instant instant() throws IOException, BadEventException {
        String text = string();
        Instant instant = text == null ? null : Rfc3339.instant(text);
        if (text != null && instant == null) {
            throw bad(ErrorCode.BAD_TIME, Rfc3339.EXPECTED);
        }
        return instant;
    }

    Boolean bool() throws BadEventException {
        return switch (tokens.current()) {
            case VALUE_NULL -> null;
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> throw bad(ErrorCode.WRONG_TYPE, "true or false");
        };
    }

    Long number() throws IOException, BadEventException {
        if (isNullUnless(JsonToken.VALUE_NUMBER_INT, "a whole number")) {
            return null;
        }
        try {
            return tokens.number();
        } catch (InputCoercionException e) {
            throw bad(ErrorCode.BAD_VALUE, "a number of 64 bits");
        }
    }

    Integer integer() throws IOException, BadEventException {
        Long number = number();
        if (number != null && number != number.intValue()) {
            throw bad(ErrorCode.BAD_VALUE, "a number of 32 bits");
        }
        return number == null ? null : number.intValue();
    }

    byte[] base64() throws IOException, BadEventException {
        String text = string();
        try {
            return text == null ? null : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw bad(ErrorCode.BAD_VALUE, "base64");
        }
    }

    /** The bytes of the value, which must be an object, from its first to its last; nobody has looked inside. */
    byte[] slice(byte[] json) throws IOException, BadEventException {
        if (isNullUnless(JsonToken.START_OBJECT, "an object")) {
            return null;
        }
        int start = tokens.start();
        return Arrays.copyOfRange(json, start, tokens.skipChildren());
    }

    <T> T object(Json.ObjectReader<T> reader) throws IOException, BadEventException {
        return isNullUnless(JsonToken.START_OBJECT, "an object") ? null : reader.read(new Fields(this));
    }

    /** Words, in the order they stand. */
    List<String> words() throws IOException, BadEventException {
        return list(Fields::word, "a string");
    }

    /** Texts, in the order they stand. */
    List<String> texts() throws IOException, BadEventException {
        return list(Fields::text, "a string");
    }

    /** Objects, in the order they stand. */
    <T> List<T> objects(Json.ObjectReader<T> reader) throws IOException, BadEventException {
        return list(fields -> fields.object(reader), "an object");
    }

    /** An object whose members are all texts, whatever their names; sorted. */
    Map<String, String> textsByName() throws IOException, BadEventException {
        return object(fields -> {
            Map<String, String> texts = new TreeMap<>();
            for (String key = fields.next(); key != null; key = fields.next()) {
                texts.put(key, fields.required(fields.text(), key, "a string"));
            }
            return texts;
        });
    }

    /** Gives the value back, or says that the member is absent. */
    <T> T required(T value, String member, String expected) throws BadEventException {
        if (value == null) {
            throw bad(ErrorCode.MISSING_FIELD, member, "absent", expected);
        }
        return value;
    }

    BadEventException bad(ErrorCode code, String member, String found, String expected) {
        return Complaint.of(code, prefix() + member, found, expected);
    }

    /** A complaint about the value that {@link #next} stands on. */
    BadEventException bad(ErrorCode code, String expected) throws BadEventException {
        return Complaint.of(code, where(), tokens.found(), expected);
    }

    private String prefix() {
        return around == null ? root : around.where() + ".";
    }

    private String where() {
        String path = Complaint.path(prefix(), name);
        return item == NO_ITEM ? path : path + "[" + item + "]";
    }

    private String string() throws IOException, BadEventException {
        return isNullUnless(JsonToken.VALUE_STRING, "a string") ? null : tokens.text();
    }

    private String checked(String text) throws BadEventException {
        if (text != null && !Words.isText(text)) {
            throw bad(ErrorCode.BAD_VALUE, "text that UTF-8 can carry, without NUL");
        }
        return text;
    }

    private boolean isNullUnless(JsonToken token, String expected) throws BadEventException {
        if (tokens.current() == token) {
            return false;
        }
        if (tokens.current() == JsonToken.VALUE_NULL) {
            return true;
        }
        throw bad(ErrorCode.WRONG_TYPE, expected);
    }

    private <T> List<T> list(Json.ObjectReader<T> reader, String expected) throws IOException, BadEventException {
        if (isNullUnless(JsonToken.START_ARRAY, "an array")) {
            return null;
        }
        List<T> items = new ArrayList<>();
        while (tokens.next() != JsonToken.END_ARRAY) {
            if (items.size() == MAX_ITEMS) {
                throw bad(ErrorCode.TOO_LARGE, name, "more", "at most " + MAX_ITEMS + " items");
            }
            item = items.size();
            T value = reader.read(this);
            if (value == null) {
                throw bad(ErrorCode.WRONG_TYPE, expected);
            }
            items.add(value);
        }
        item = NO_ITEM;
        return items;
    }
}
