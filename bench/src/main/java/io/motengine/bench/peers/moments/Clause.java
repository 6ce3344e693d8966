package io.motengine.bench.peers.moments;

/**
 * One comparison of a field with a value. DRL and SiddhiQL write it alike.
 *
 * @param value a text in quotes, a flag, or a number as {@code long}
 */
public record Clause(String field, String operator, String value) {
    static Clause is(String field, String word) {
        return new Clause(field, "==", '"' + word + '"');
    }

    static Clause isNot(String field, String word) {
        return new Clause(field, "!=", '"' + word + '"');
    }

    static Clause atLeast(String field, long number) {
        return new Clause(field, ">=", number + "L");
    }

    static Clause below(String field, long number) {
        return new Clause(field, "<", number + "L");
    }

    @Override
    public String toString() {
        return field + " " + operator + " " + value;
    }
}
