package io.motengine.engine.release;

import java.util.List;

/** The kinds of customers, as the contract has them. */
final class Kinds {
    static final List<String> ALL = List.of("person", "company");

    private Kinds() {}
}
