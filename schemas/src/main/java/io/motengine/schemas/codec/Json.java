package io.motengine.schemas.codec;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How this contract reads and writes JSON: bounded, UTF-8 only, no name twice in an object (see {@link Names}). */
final class Json {
    static final int MAX_DEPTH = 32;
    private static final int MAX_NAME = 256;
    private static final int MAX_NUMBER = 100;

    /** Names are not interned: they come from outside, and the JVM's table would keep them. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(MAX_NAME)
                    .maxNumberLength(MAX_NUMBER)
                    .build())
            .build();

    private Json() {}

    /** What is made of the members of an object. */
    @FunctionalInterface
    interface ObjectReader<T> {
        T read(Fields fields) throws IOException, BadEventException;
    }

    /** What is written between the braces of an object. */
    @FunctionalInterface
    interface ObjectWriter {
        void write(JsonOut out) throws IOException;
    }

    /**
     * Reads bytes that must be exactly one JSON object.
     *
     * @param where names the bytes in messages
     * @param prefix goes before the names of the object's members in messages
     */
    static <T> T read(byte[] json, String where, String prefix, ObjectReader<T> reader) throws BadEventException {
        Utf8.check(json, where);
        T plain = plain(json, prefix, reader);
        return plain == null ? parsed(json, where, prefix, reader) : plain;
    }

    /** Null if that cannot be read so, for whatever reason. */
    private static <T> T plain(byte[] json, String prefix, ObjectReader<T> reader) {
        try {
            Tokens tokens = new PlainTokens(json);
            T value = tokens.next() == JsonToken.START_OBJECT ? reader.read(new Fields(tokens, prefix)) : null;
            return value != null && tokens.next() == null ? value : null;
        } catch (IOException | BadEventException e) {
            // What is wrong, if it is, the parser finds out, and where.
            return null;
        }
    }

    /** As {@link #read}, of whatever stands there; the bytes must be valid UTF-8. */
    static <T> T parsed(byte[] json, String where, String prefix, ObjectReader<T> reader) throws BadEventException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw Complaint.of(ErrorCode.NOT_JSON, where, "nothing", "one JSON object");
            }
            if (first != JsonToken.START_OBJECT) {
                throw Complaint.of(ErrorCode.WRONG_TYPE, where, Complaint.found(parser), "an object");
            }
            T value = reader.read(new Fields(new ParsedTokens(parser), prefix));
            if (parser.nextToken() != null) {
                throw Complaint.of(ErrorCode.NOT_JSON, where, "more after the object's end", "one JSON object");
            }
            return value;
        } catch (IOException e) {
            throw Complaint.unreadable(where, e);
        }
    }

    static byte[] write(ObjectWriter writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonOut out = new JsonOut(FACTORY.createGenerator(bytes, JsonEncoding.UTF8))) {
            out.object(writer);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return bytes.toByteArray();
    }
}
