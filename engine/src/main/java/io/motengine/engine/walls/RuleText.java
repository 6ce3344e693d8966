package io.motengine.engine.walls;

import java.util.function.BiConsumer;

/**
 * What is refused before a text is parsed at all: escapes, which the compilers behind this one read in other places than their
 * parser does (a {@code \}{@code u0022} ends a string only in the generated code), signs that are not seen, and nesting that
 * parsers take exponential time or endless stack for.
 */
final class RuleText {
    private static final int DEEPEST = 12;
    private static final int LONGEST = 200_000;

    private final String text;
    private final BiConsumer<Integer, String> report;
    private int line = 1;

    /** @param report takes a 1-based line and what is wrong with it */
    RuleText(String text, BiConsumer<Integer, String> report) {
        this.text = text;
        this.report = report;
    }

    /** Whether it can be parsed. */
    boolean isSound() {
        if (text.length() > LONGEST) {
            return refuse(text.length() + " characters of rules (expected: at most " + LONGEST + " in one file)");
        }
        int depth = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
            } else if (c == '\\') {
                // In then alone a quoted quote means the same to all; in when the expressions refuse it.
                if (at + 1 == text.length() || text.charAt(at + 1) != '"') {
                    return refuse("a backslash (expected: none but before a \" in then)");
                }
                at++;
            } else if (isUnseen(c)) {
                return refuse(String.format("U+%04X: a sign that is not seen (expected: none)", (int) c));
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            }
            // Brackets within texts and comments count too: to tell them apart is the parser's business.
            if (depth > DEEPEST) {
                return refuse("brackets nested more than " + DEEPEST + " deep (expected: several rules)");
            }
        }
        return true;
    }

    private static boolean isUnseen(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t' && c != '\r';
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    private boolean refuse(String what) {
        report.accept(line, what);
        return false;
    }
}
