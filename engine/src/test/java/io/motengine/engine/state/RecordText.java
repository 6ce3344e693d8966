package io.motengine.engine.state;

import io.motengine.engine.features.FeatureMemory;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that a record holds, one line for each value, in the order of their paths; what a blank record holds too is left out. Features
 * are not in it: only a release can read them.
 */
final class RecordText {
    private static final long FIRST_TIME = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();
    private static final long LAST_TIME = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();
    private static final int LONG = 60;

    private final TreeMap<String, String> lines = new TreeMap<>();

    private RecordText() {}

    static List<String> of(CustomerState state) {
        Map<String, String> lines = lines(state);
        lines(new CustomerState(state.customer())).forEach(lines::remove);
        lines.put("customer", text(state.customer()));
        return lines.entrySet().stream()
                .map(line -> line.getKey() + " = " + line.getValue())
                .toList();
    }

    private static Map<String, String> lines(CustomerState state) {
        RecordText text = new RecordText();
        text.fields("", state);
        return text.lines;
    }

    private void add(String path, Object value) {
        if (value == null || value instanceof FeatureMemory) {
            return;
        }
        if (value instanceof Collection<?> many) {
            int i = 0;
            for (Object one : many) {
                add(path + "[" + i++ + "]", one);
            }
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> add(path + "{" + text(key) + "}", one));
        } else if (value instanceof byte[] bytes) {
            lines.put(path, HexFormat.of().formatHex(bytes));
        } else if (value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                add(path + "[" + i + "]", Array.get(value, i));
            }
        } else if (value instanceof Enum<?> || !value.getClass().getName().startsWith("io.motengine.")) {
            lines.put(path, text(value));
        } else {
            fields(path.isEmpty() ? "" : path + ".", value);
        }
    }

    private void fields(String path, Object of) {
        try {
            if (of.getClass().getSimpleName().equals("Slice")) {
                // Packed until somebody asks.
                opened(of.getClass().getDeclaredMethod("state")).invoke(of);
            }
            for (Field field : of.getClass().getDeclaredFields()) {
                if (isKept(field) && !field.getName().equals("packed")) {
                    Object value = opened(field).get(of);
                    boolean roomy = of instanceof SeenEvents && value instanceof long[];
                    add(
                            path + field.getName(),
                            roomy ? Arrays.copyOf((long[]) value, ((SeenEvents) of).size()) : value);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(path, e);
        }
    }

    static boolean isKept(Field field) {
        return !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers());
    }

    private static <T extends AccessibleObject> T opened(T member) {
        member.setAccessible(true);
        return member;
    }

    private static String text(Object value) {
        if (value instanceof Long number) {
            return time(number);
        }
        return value instanceof String || value instanceof Record ? quoted(value.toString()) : value.toString();
    }

    private static String time(long number) {
        if (number == CustomerState.NEVER) {
            return "never";
        }
        if (number == CustomerState.UNSET) {
            return "unset";
        }
        return number < FIRST_TIME || number >= LAST_TIME
                ? Long.toString(number)
                : Instant.ofEpochMilli(number).toString();
    }

    /** What no editor shows is written as its number, and what is long by its beginning, length and hash. */
    private static String quoted(String words) {
        StringBuilder shown = new StringBuilder();
        words.codePoints().limit(LONG).forEach(point -> {
            boolean plain = point == ' ' || (Character.isLetterOrDigit(point) && point < 0x10000) || isSign(point);
            shown.append(plain ? Character.toString(point) : "\\u{%x}".formatted(point));
        });
        return words.codePointCount(0, words.length()) <= LONG
                ? "\"" + shown + "\""
                : "\"" + shown + "\"… of " + words.length() + " with hash " + words.hashCode();
    }

    private static boolean isSign(int point) {
        return point > ' ' && point < 0x7f && point != '"' && point != '\\';
    }
}
