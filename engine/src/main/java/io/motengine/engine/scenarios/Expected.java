package io.motengine.engine.scenarios;

import java.util.List;
import java.util.Set;

/** What is to come of a scenario. */
sealed interface Expected {
    /** Whether events may be refused or skipped: otherwise that is a slip of the author's. */
    boolean speaksOfStatus();

    /** Exactly these lines, as text. */
    record Golden(List<String> lines) implements Expected {
        public Golden {
            lines = List.copyOf(lines);
        }

        @Override
        public boolean speaksOfStatus() {
            return lines.stream().anyMatch(line -> line.startsWith("{\"status\""));
        }
    }

    /**
     * These things, in any order, each once.
     *
     * @param never what must not come
     * @param nothingElse kinds of which nothing but the expected may come; {@link #EVERYTHING} for all
     */
    record Partial(List<Expectation> all, List<Expectation> never, Set<String> nothingElse) implements Expected {
        static final Set<String> EVERYTHING = Set.copyOf(Kind.ALL);

        public Partial {
            all = List.copyOf(all);
            never = List.copyOf(never);
            nothingElse = Set.copyOf(nothingElse);
        }

        @Override
        public boolean speaksOfStatus() {
            return all.stream().anyMatch(one -> one.members().has("status"));
        }
    }
}
