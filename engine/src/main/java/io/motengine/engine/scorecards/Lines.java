package io.motengine.engine.scorecards;

import io.motengine.engine.scorecards.ScorecardSpec.Level;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The lines of a card, which are the scores from which its levels may be held. */
final class Lines {
    private static final long[] NONE = {};

    private final List<Level> levels;
    private final long[] rising;
    private final BigDecimal[] scores;

    Lines(List<Level> levels) {
        this.levels = levels;
        this.rising = levels.stream().mapToLong(Level::from).sorted().distinct().toArray();
        this.scores = Arrays.stream(rising).mapToObj(BigDecimal::valueOf).toArray(BigDecimal[]::new);
    }

    /** The highest line that a score reaches; the lowest one if it reaches none. */
    long reached(BigDecimal score) {
        int i = rising.length - 1;
        while (i > 0 && score.compareTo(scores[i]) < 0) {
            i--;
        }
        return rising[i];
    }

    /** How many lines are no higher than this: the place of the next one above. */
    int placeAbove(long line) {
        int place = 0;
        while (place < rising.length && rising[place] <= line) {
            place++;
        }
        return place;
    }

    /** From the lowest up. */
    long[] rising() {
        return rising.clone();
    }

    /** The lines above one and up to another. */
    long[] between(long above, long upTo) {
        int from = placeAbove(above);
        int to = from;
        while (to < rising.length && rising[to] <= upTo) {
            to++;
        }
        return from == to ? NONE : Arrays.copyOfRange(rising, from, to);
    }

    boolean has(long line) {
        for (long candidate : rising) {
            if (candidate == line) {
                return true;
            }
        }
        return false;
    }

    /** The level with this name, or null. */
    Level named(String name) {
        for (Level level : levels) {
            if (level.level().equals(name)) {
                return level;
            }
        }
        return null;
    }

    /** The first level at or below a line whose conditions hold; the last level has none. */
    Level at(long line, Map<String, String> labels) {
        for (Level level : levels) {
            if (level.from() <= line && level.allowed(labels)) {
                return level;
            }
        }
        return levels.get(levels.size() - 1);
    }
}
