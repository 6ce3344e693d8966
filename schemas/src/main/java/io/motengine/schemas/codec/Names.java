package io.motengine.schemas.codec;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The names seen so far in one JSON object.
 *
 * <p>Objects of the contract have few: a scan over cached hashes is cheaper than the parser's own detection, which fills a
 * hash set for each object. An object with many names falls back to a set, so that a hostile one takes no quadratic time.
 */
final class Names {
    private static final int FEW = 24;
    private static final int USUAL = 8;
    private String[] few = new String[USUAL];
    private int size;
    private Set<String> many;

    /** Whether the name is new; remembers it. */
    boolean add(String name) {
        if (many != null) {
            return many.add(name);
        }
        int hash = name.hashCode();
        for (int i = 0; i < size; i++) {
            if (few[i].hashCode() == hash && few[i].equals(name)) {
                return false;
            }
        }
        if (size == FEW) {
            many = new HashSet<>(Set.of(few));
            return many.add(name);
        }
        if (size == few.length) {
            few = Arrays.copyOf(few, FEW);
        }
        few[size++] = name;
        return true;
    }
}
