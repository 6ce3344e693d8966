package io.motengine.engine.walls;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words that DRL's expressions keep for themselves, where a member or a variable stands. */
public final class KeptWords {
    private static final Pattern KEPT = Pattern.compile(
            "(?<![\\w.$\"])(and|or|not|when|unit|class|int|long|double|boolean"
                    + "|new|this|if|else|for|while|return|switch|case)\\b(?=\\s*(?:[=!<>]=?|:|memberOf|matches|contains|in\\b))");

    private KeptWords() {}

    /** The first of them; null if there is none. */
    public static String in(String text) {
        Matcher kept = KEPT.matcher(text);
        return kept.find() ? kept.group(1) : null;
    }

    /** What is wrong with it. */
    public static String message(String word) {
        return word + ": a word of the rule language (expected: a field of the fact, or another name)";
    }
}
