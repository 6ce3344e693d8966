package io.motengine.engine.release;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.dataformat.yaml.JacksonYAMLParseException;
import io.motengine.engine.release.ReleaseException.Finding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the reader of YAML complains of, in words for who wrote the file. */
final class YamlWords {
    private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'.*", Pattern.DOTALL);
    private static final Pattern PROBLEM = Pattern.compile("Cannot construct instance of .*, problem: (.*)");
    private static final Pattern WORDS = Pattern.compile("Enum class: \\[(.*)]");
    private static final Map<Class<?>, String> EXAMPLES = Map.of(
            LocalDate.class, "a date such as 2026-03-31",
            LocalTime.class, "a time such as \"08:00\"",
            ZoneId.class, "a time zone such as Asia/Shanghai",
            BigDecimal.class, "a number",
            boolean.class, "true or false",
            Boolean.class, "true or false");

    private YamlWords() {}

    static Finding finding(String file, JacksonException e) {
        JsonLocation where = e.getLocation();
        boolean syntax = isSyntax(e);
        return new Finding(
                file,
                where == null ? 0 : where.getLineNr(),
                where == null ? 0 : where.getColumnNr(),
                (syntax ? "" : path(e)) + words(e),
                syntax ? FindingCode.YAML_SYNTAX : FindingCode.WRONG_TYPE);
    }

    /** Errors of the parser come wrapped once a value is being read. */
    private static boolean isSyntax(Throwable e) {
        return e instanceof JacksonYAMLParseException
                || e instanceof JsonParseException
                || e.getMessage().startsWith("No content")
                || (e.getCause() != null && e.getCause() != e && isSyntax(e.getCause()));
    }

    private static String path(JacksonException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return "";
        }
        String path = mapping.getPath().stream()
                .map(ref -> ref.getFieldName() == null ? "[" + ref.getIndex() + "]" : ref.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "" : path + ": ";
    }

    private static String words(JacksonException e) {
        String original = e.getOriginalMessage().lines().findFirst().orElse("not YAML");
        Matcher twice = TWICE.matcher(original);
        if (twice.matches()) {
            return twice.group(1) + ": found twice (expected: each key once)";
        }
        Matcher problem = PROBLEM.matcher(original);
        if (problem.matches()) {
            return problem.group(1);
        }
        if (original.startsWith("No content")) {
            return "empty (expected: YAML)";
        }
        if (e instanceof InvalidFormatException format) {
            return format.getValue() + " (expected: "
                    + expected(format.getTargetType(), String.valueOf(format.getValue()), original) + ")";
        }
        if (e instanceof MismatchedInputException mismatched && original.startsWith("Cannot deserialize")) {
            return found(original) + " (expected: " + expected(mismatched.getTargetType(), "", original) + ")";
        }
        return isSyntax(e)
                ? original + " (expected: YAML; look for a quote, a bracket or an indent before it)"
                : original;
    }

    private static String found(String original) {
        return original.contains("Array value")
                ? "a list"
                : original.contains("Object value") ? "keys and values" : "another kind of value";
    }

    private static String expected(Class<?> type, String found, String original) {
        Matcher words = WORDS.matcher(original);
        if (words.find()) {
            return Spelling.choices(
                    found, Arrays.stream(words.group(1).split(", ")).sorted().toList());
        }
        if (type == null) {
            return "another kind of value";
        }
        if (type == int.class || type == long.class || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (Collection.class.isAssignableFrom(type) || type == List.class) {
            return "a list";
        }
        return EXAMPLES.getOrDefault(type, type == String.class ? "a text" : "keys and values");
    }
}
