package io.motengine.schemas.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import io.motengine.schemas.money.Money;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Writes the members of an object in the order of the calls; a null member is left out.
 *
 * <p>Half a character, as a text cut at some length may end with, is written as U+FFFD: it must not stop a stream.
 */
final class JsonOut implements Closeable {
    private final JsonGenerator generator;

    JsonOut(JsonGenerator generator) {
        this.generator = generator;
    }

    /** The context attributes that every message has; {@code data} comes after them. */
    void envelope(String id, String source, String type, String subject, Instant time) throws IOException {
        generator.writeStringField("specversion", "1.0");
        text("id", id);
        text("source", source);
        text("type", type);
        text("subject", subject);
        time("time", time);
        text("datacontenttype", CloudEventHeaders.JSON);
    }

    void object(Json.ObjectWriter members) throws IOException {
        generator.writeStartObject();
        members.write(this);
        generator.writeEndObject();
    }

    void object(String name, Json.ObjectWriter members) throws IOException {
        generator.writeFieldName(name);
        object(members);
    }

    /** Bytes that are a JSON object already. */
    void raw(String name, byte[] json) throws IOException {
        generator.writeFieldName(name);
        generator.writeRawValue(new String(json, StandardCharsets.UTF_8));
    }

    void text(String name, String value) throws IOException {
        if (value != null) {
            generator.writeStringField(name, Words.writable(value));
        }
    }

    void number(String name, long value) throws IOException {
        generator.writeNumberField(name, value);
    }

    void numberIfAny(String name, Integer value) throws IOException {
        if (value != null) {
            generator.writeNumberField(name, value);
        }
    }

    void flag(String name, boolean value) throws IOException {
        generator.writeBooleanField(name, value);
    }

    void time(String name, Instant value) throws IOException {
        if (value != null) {
            generator.writeStringField(name, value.toString());
        }
    }

    void date(String name, LocalDate value) throws IOException {
        if (value != null) {
            generator.writeStringField(name, value.toString());
        }
    }

    /** The amount without its currency, which stands beside it once for all amounts of the object. */
    void amount(String name, Money value) throws IOException {
        if (value != null) {
            generator.writeStringField(name, value.decimal());
        }
    }

    void base64(String name, byte[] value) throws IOException {
        generator.writeStringField(name, Base64.getEncoder().encodeToString(value));
    }

    void texts(String name, Collection<String> values) throws IOException {
        if (values != null) {
            generator.writeArrayFieldStart(name);
            for (String value : values) {
                generator.writeString(Words.writable(value));
            }
            generator.writeEndArray();
        }
    }

    /** Sorted by key, so that the same record always gives the same bytes. */
    void texts(String name, Map<String, String> values) throws IOException {
        object(name, out -> {
            for (Map.Entry<String, String> entry : sorted(values).entrySet()) {
                out.text(Words.writable(entry.getKey()), entry.getValue());
            }
        });
    }

    private static Map<String, String> sorted(Map<String, String> values) {
        boolean already = values instanceof SortedMap<String, String> known && known.comparator() == null;
        return already ? values : new TreeMap<>(values);
    }

    /** An array that is left out when it is empty: members that few messages have. */
    <T> void objectsIfAny(String name, Collection<T> values, ItemWriter<T> writer) throws IOException {
        if (!values.isEmpty()) {
            objects(name, values, writer);
        }
    }

    /** An array that is left out when it is empty. */
    void textsIfAny(String name, Collection<String> values) throws IOException {
        if (!values.isEmpty()) {
            texts(name, values);
        }
    }

    /** An object of texts that is left out when it is empty. */
    void textsIfAny(String name, Map<String, String> values) throws IOException {
        if (!values.isEmpty()) {
            texts(name, values);
        }
    }

    <T> void objects(String name, Collection<T> values, ItemWriter<T> writer) throws IOException {
        if (values == null) {
            return;
        }
        generator.writeArrayFieldStart(name);
        for (T value : values) {
            object(out -> writer.write(out, value));
        }
        generator.writeEndArray();
    }

    @Override
    public void close() throws IOException {
        generator.close();
    }

    /** What is written for one item of an array. */
    @FunctionalInterface
    interface ItemWriter<T> {
        void write(JsonOut out, T item) throws IOException;
    }
}
