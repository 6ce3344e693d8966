package io.motengine.schemas.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;

/** Words of an error: where, what was found, what was expected. What was found is cut and safe to print. */
final class Complaint {
    private static final int MAX_FOUND = 60;
    private static final int MAX_PARSER_MESSAGE = 120;
    private static final char REPLACEMENT = '\uFFFD';

    private Complaint() {}

    static BadEventException of(ErrorCode code, String where, String found, String expected) {
        return new BadEventException(code, where + ": " + found + " (expected: " + expected + ")");
    }

    /** What the JSON parser says of input that it cannot read. It has no types for these: only its words differ. */
    static BadEventException unreadable(String where, IOException problem) {
        String said =
                problem instanceof JsonProcessingException json ? json.getOriginalMessage() : problem.getMessage();
        if (problem instanceof StreamConstraintsException) {
            return said.contains("nesting depth")
                    ? of(ErrorCode.TOO_DEEP, where, "nested deeper", "at most " + Json.MAX_DEPTH + " levels")
                    : of(ErrorCode.TOO_LARGE, where, cut(said, MAX_PARSER_MESSAGE), "shorter names and numbers");
        }
        int markerDetails = said.indexOf(" (start marker");
        String essence = markerDetails < 0 ? said : said.substring(0, markerDetails);
        return of(ErrorCode.NOT_JSON, where, cut(essence, MAX_PARSER_MESSAGE) + at(problem), "one JSON object");
    }

    private static String at(IOException problem) {
        return problem instanceof JsonProcessingException json && json.getLocation() != null
                ? ", at byte " + json.getLocation().getByteOffset()
                : "";
    }

    /** What the value that the parser stands on is, in words that are short and safe to print. */
    static String found(JsonParser parser) throws BadEventException {
        try {
            return switch (parser.currentToken()) {
                case START_OBJECT -> "an object";
                case START_ARRAY -> "an array";
                case VALUE_STRING -> quoted(parser.getText());
                default -> parser.getText();
            };
        } catch (IOException e) {
            throw unreadable("value", e);
        }
    }

    /** Where a member stands. Its name may be anything when nobody knows it. */
    static String path(String prefix, String name) {
        return Words.isPlain(name) && name.length() <= MAX_FOUND ? prefix + name : prefix + quoted(name);
    }

    /** The text in quotes, cut to what a reader of the message needs. */
    static String quoted(String text) {
        return '"' + cut(text, MAX_FOUND) + '"';
    }

    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return printable(text);
        }
        int end = Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max;
        return printable(text.substring(0, end)) + "…";
    }

    /** Line breaks would break logs; a lone surrogate could not be written as UTF-8. */
    private static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }
}
