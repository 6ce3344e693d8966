package io.motengine.engine.rules;

import java.util.Set;

/**
 * What a rule's {@code then} says, as far as its text tells.
 *
 * @param line 1-based, of the rule
 * @param call {@code moment}, {@code tell}, {@code segment}, {@code tier} or {@code stage}; candidates are left out
 * @param name of what is concluded; null if it is no text in quotes
 * @param relation of those who are told; null if nobody is, or if it is computed
 * @param variables that a moment supplies to content
 */
public record Conclusion(
        String file, int line, String rule, String call, String name, String relation, Set<String> variables) {
    public Conclusion {
        variables = Set.copyOf(variables);
    }
}
