package io.motengine.engine.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the one call that a rule's {@code then} is: {@code conclude.moment("x").about(…).with("amount", …);}. */
final class ConsequenceReader {
    private static final Pattern CALL = Pattern.compile("\\s*\\.\\s*(\\w+)\\s*\\(");
    private static final Pattern TEXT = Pattern.compile("\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*");

    private final String text;
    private final List<Call> calls = new ArrayList<>();

    /** A call and its arguments as they stand. */
    private record Call(String method, List<String> arguments) {
        /** The value of an argument in quotes, or null. */
        String quoted(int argument) {
            if (argument >= arguments.size()) {
                return null;
            }
            Matcher quoted = TEXT.matcher(arguments.get(argument));
            return quoted.matches() ? quoted.group(1) : null;
        }
    }

    ConsequenceReader(String text) {
        this.text = text;
        read(text.indexOf("conclude") + "conclude".length());
    }

    /** What is concluded, or empty for text that no stratum would compile. */
    String call() {
        return calls.isEmpty() ? "" : calls.get(0).method();
    }

    /** Of what is concluded; null if it is computed. A told moment comes after the relation. */
    String name() {
        return calls.isEmpty() ? null : calls.get(0).quoted(call().equals("tell") ? 1 : 0);
    }

    /** Whom a moment is told; null if it is computed or nobody is told. */
    String relation() {
        return call().equals("tell") ? calls.get(0).quoted(0) : null;
    }

    /** Names of variables; those that are computed are left out. */
    Set<String> variables() {
        Set<String> variables = new TreeSet<>();
        for (Call call : calls) {
            String variable = call.method().equals("with") ? call.quoted(0) : null;
            if (variable != null) {
                variables.add(variable);
            }
        }
        return variables;
    }

    private void read(int from) {
        Matcher call = CALL.matcher(text);
        int at = from;
        while (call.find(at) && call.start() == at) {
            List<String> arguments = new ArrayList<>();
            at = arguments(call.end(), arguments);
            calls.add(new Call(call.group(1), arguments));
        }
    }

    /** Takes arguments up to the bracket that ends them; where reading goes on. */
    private int arguments(int begin, List<String> arguments) {
        int depth = 0;
        int from = begin;
        for (int at = begin; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at = endOfText(at);
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (depth > 0 && (c == ')' || c == ']' || c == '}')) {
                depth--;
            } else if (c == ')') {
                arguments.add(text.substring(from, at));
                return at + 1;
            } else if (c == ',' && depth == 0) {
                arguments.add(text.substring(from, at));
                from = at + 1;
            }
        }
        return text.length();
    }

    private int endOfText(int quote) {
        int at = quote + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }
}
