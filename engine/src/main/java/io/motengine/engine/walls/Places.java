package io.motengine.engine.walls;

/** Takes what is wrong at a place of a text: 1-based line and column, 0 if not known. */
@FunctionalInterface
public interface Places {
    void add(int line, int column, String message);
}
