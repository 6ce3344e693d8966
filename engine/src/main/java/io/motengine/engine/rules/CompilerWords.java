package io.motengine.engine.rules;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the rule compiler complains of, in words for who wrote the rule; what is not known here is told as the compiler has it. */
final class CompilerWords {
    /** The text of a card's rule is made around the audience: what does not fit there comes of what stands in it. */
    static final String AUDIENCE =
            "audience: not DRL (expected: constraints on Customer, such as tier == \"B\", age >= 18;"
                    + " look for a bracket or a quote that is missing)";

    private static final Pattern EXPRESSION =
            Pattern.compile("Unable to (?:Analyse Expression|parse left part of expression:) (.+?):?", Pattern.DOTALL);
    private static final Pattern INCOMPATIBLE = Pattern.compile(
            "Comparison operation requires compatible types\\. Found class (\\S+) and (?:class )?(\\S+)");
    private static final Pattern NO_NUMBER = Pattern.compile("For input string: \"(.*)\"");
    private static final Pattern HIDDEN = Pattern.compile("The field (?:\\S+\\.)?(\\w+)\\.(\\w+) is not visible");
    private static final Pattern SYNTAX = Pattern.compile("\\[ERR \\d+] Line (\\d+):(\\d+) (.*)", Pattern.DOTALL);
    private static final Pattern INPUT = Pattern.compile("input '(.+?)'");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.$\"])\\$?[a-z]\\w*");
    private static final Pattern COMPARES = Pattern.compile("[<>=!]=?|\\b(?:memberOf|contains|matches|in)\\b");

    private final RuleSource rule;
    private final FactFields fields;

    /** For one text, which may hold several rules. */
    CompilerWords(RuleSource rule, FactFields fields) {
        this.rule = rule;
        this.fields = fields;
    }

    /**
     * What was found and expected.
     *
     * @param line 1-based, in the text; 0 if it is not told here
     */
    record Complaint(int line, String message) {}

    Complaint of(String complaint) {
        Matcher expression = EXPRESSION.matcher(complaint);
        if (expression.matches()) {
            return expression(expression.group(1).strip());
        }
        Matcher incompatible = INCOMPATIBLE.matcher(complaint);
        if (incompatible.find()) {
            return incompatible(simple(incompatible.group(1)), simple(incompatible.group(2)));
        }
        Matcher number = NO_NUMBER.matcher(complaint);
        if (number.find()) {
            String text = "\"" + number.group(1) + "\"";
            return new Complaint(
                    lineOf(text, true), text + ": a text, compared with a number (expected: a number, without quotes)");
        }
        Matcher hidden = HIDDEN.matcher(complaint);
        if (hidden.find()) {
            return hidden(hidden.group(1), hidden.group(2));
        }
        return new Complaint(0, complaint + fields.suggestion(complaint, rule.text()));
    }

    /** Constraints name a field alone, Java does not. */
    private Complaint hidden(String fact, String field) {
        Matcher use = Pattern.compile("(\\$\\w+)\\." + Pattern.quote(field) + "\\b(?!\\s*\\()")
                .matcher(rule.text());
        String read = (use.find() ? use.group(1) : "$" + fact) + "." + field;
        return new Complaint(
                lineOf(read, true),
                read + ": a field of " + fact + ", without brackets (expected: in then, " + read + "())");
    }

    /** An error of the parser, with the place that it tells. */
    static String syntax(String complaint) {
        Matcher syntax = SYNTAX.matcher(complaint);
        if (!syntax.matches()) {
            return complaint;
        }
        String words = syntax.group(3).strip();
        Matcher input = INPUT.matcher(words);
        String found = input.find() ? "'" + input.group(1) + "' does not fit here" : words;
        int rule = words.indexOf(" in rule ");
        return found + (rule > 0 && input.reset().find() ? "," + words.substring(rule) : "")
                + " (expected: DRL; look for a bracket, a comma, a quote or an end that is missing before it)";
    }

    /** 1-based column of an error of the parser; 0 if it tells none. */
    static int column(String complaint) {
        Matcher syntax = SYNTAX.matcher(complaint);
        return syntax.matches() && !syntax.group(2).equals("-1") ? Integer.parseInt(syntax.group(2)) + 1 : 0;
    }

    private Complaint expression(String expression) {
        for (Matcher name = NAME.matcher(expression); name.find(); ) {
            String word = name.group();
            if (word.startsWith("$")) {
                if (!Pattern.compile(Pattern.quote(word) + "\\s*:")
                        .matcher(rule.text())
                        .find()) {
                    return new Complaint(
                            lineOf(word, false),
                            word + ": no variable of this rule (expected: one bound before, as " + word + " : amount)");
                }
                continue;
            }
            String wrong = fields.wrongWith(word, rule.text());
            if (wrong != null) {
                return new Complaint(lineOf(word, false), word + ": " + wrong);
            }
        }
        return new Complaint(
                lineOf(expression, true),
                expression + ": cannot be understood (expected: a field of the fact, compared with a value)");
    }

    private Complaint incompatible(String one, String other) {
        List<String> lines = rule.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            for (Matcher name = NAME.matcher(lines.get(i)); name.find(); ) {
                String rest = lines.get(i).substring(name.end()).stripLeading();
                if (COMPARES.matcher(rest).lookingAt() && one.equals(fields.typeOf(name.group(), rule.text()))) {
                    return new Complaint(i + 1, name.group() + ": " + incompatible(one) + other + expected(one));
                }
            }
        }
        return new Complaint(0, incompatible(one) + other + expected(one));
    }

    private static String incompatible(String type) {
        return "a " + type + ", compared with ";
    }

    private static String expected(String type) {
        return type.equals("Money")
                ? " (expected: atLeast(…) or below(…), or another amount)"
                : " (expected: a value of the same kind)";
    }

    private int lineOf(String words, boolean anywhere) {
        Pattern place =
                Pattern.compile(anywhere ? Pattern.quote(words) : "(?<![\\w$])" + Pattern.quote(words) + "(?!\\w)");
        List<String> lines = rule.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (place.matcher(lines.get(i)).find()) {
                return i + 1;
            }
        }
        return 0;
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
