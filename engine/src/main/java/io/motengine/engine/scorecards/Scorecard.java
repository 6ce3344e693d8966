package io.motengine.engine.scorecards;

import io.motengine.engine.facts.LevelAtRisk;
import io.motengine.engine.facts.LevelCrossed;
import io.motengine.engine.facts.LevelNear;
import io.motengine.engine.facts.Score;
import io.motengine.engine.scorecards.ScorecardSpec.Level;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One card, ready to grade.
 *
 * <p>What is held is a line, and the level follows from it and from other labels: a line is reached at once and lost only when
 * the score has stayed below it long enough, while moves between levels of one line, and conditions that cease to hold, take
 * effect at once (the other card does its own holding back).
 */
final class Scorecard {
    private static final long DAY_MILLIS = 86_400_000;
    private static final BigDecimal TWICE = BigDecimal.valueOf(2);

    private final ScorecardSpec spec;
    private final int key;
    private final Lines lines;
    private final Shortfall shortfall;
    private final List<Band> bands;

    /** Below a line, by which scores it begins to be near, rising, and ceases to be, falling. */
    private record Band(long line, BigDecimal begins, BigDecimal ends) {
        static Band of(long line, Share near) {
            BigDecimal target = BigDecimal.valueOf(line);
            BigDecimal width = target.abs().multiply(near.fraction());
            return new Band(line, target.subtract(width), target.subtract(width.multiply(TWICE)));
        }
    }

    Scorecard(ScorecardSpec spec, String movableCurrency) {
        this.spec = spec;
        this.key = ScoreMemory.key(spec.id());
        this.lines = new Lines(spec.levels());
        this.bands = Arrays.stream(lines.rising())
                .mapToObj(line -> Band.of(line, spec.near()))
                .toList();
        this.shortfall = new Shortfall(spec, movableCurrency);
    }

    int key() {
        return key;
    }

    String kind() {
        return spec.kind();
    }

    /** When a line that the score is below will be lost. */
    long due(Standing standing) {
        return standing.falling() ? standing.fallingSince() + spec.hold().toMillis() : Long.MAX_VALUE;
    }

    /** When a level will have been held a day longer: only that is told of how long it has been. */
    long nextDay(Standing standing, long at) {
        return standing.since() + ((at - standing.since()) / DAY_MILLIS + 1) * DAY_MILLIS;
    }

    /** Grades; adds to the labels and the facts, and returns the standing from now on with what the score is made of. */
    Graded grade(Values values, long at, ScoreMemory memory, Map<String, String> labels, List<Object> facts) {
        Graded graded = new Graded(spec, values);
        Standing stored = memory.standings.get(key);
        Level before = stored == null ? null : lines.named(stored.level());
        // Nothing to compare with: the first time, after the level has gone, or while what matters most was not known.
        boolean first = before == null || !stored.known();
        long held = first ? Long.MIN_VALUE : lines.has(stored.line()) ? stored.line() : before.from();
        long reached = lines.reached(graded.score());
        NavigableMap<Long, Long> below = below(stored, reached, held, at);
        long line = below.isEmpty() ? reached : below.lastKey();
        Level level = lines.at(line, labels);
        boolean same = before != null && level.level().equals(before.level());
        boolean told = !first && stored.near() && held == line;

        graded.level(level.level());
        labels.put(spec.label(), level.level());
        long levelSince = same ? stored.since() : at;
        facts.add(score(graded, (at - levelSince) / DAY_MILLIS));
        if (!first && !level.from().equals(before.from())) {
            facts.add(new LevelCrossed(
                    spec.id(), spec.label(), before.level(), level.level(), level.from() > before.from()));
        }
        boolean near = false;
        if (below.isEmpty()) {
            near = near(graded, line, told, labels, facts);
        } else if (level.from() == line) {
            long millisLeft = below.get(line) + spec.hold().toMillis() - at;
            boolean begins = held != line || !stored.below().containsKey(line);
            facts.add(atRisk(graded, line, millisLeft, begins));
        }
        memory.standings.put(
                key, new Standing(level.level(), line, levelSince, below, near, !first || shortfall.known(graded)));
        return graded;
    }

    /** The lines that are held though the score is below them, and since when: each is lost on its own. */
    private NavigableMap<Long, Long> below(Standing stored, long reached, long held, long at) {
        long[] missed = lines.between(reached, held);
        if (missed.length == 0) {
            return Collections.emptyNavigableMap();
        }
        NavigableMap<Long, Long> below = new TreeMap<>();
        for (long line : missed) {
            long since = stored.below().getOrDefault(line, at);
            if (at - since < spec.hold().toMillis()) {
                below.put(line, since);
            }
        }
        return below;
    }

    private Score score(Graded graded, long days) {
        long points = graded.score().setScale(0, RoundingMode.FLOOR).longValue();
        return new Score(spec.id(), spec.label(), graded.level(), points, (int) days);
    }

    private LevelAtRisk atRisk(Graded graded, long line, long millisLeft, boolean now) {
        return new LevelAtRisk(
                spec.id(),
                spec.label(),
                graded.level(),
                shortfall.money(graded, line),
                shortfall.points(graded, line),
                (int) -Math.floorDiv(-millisLeft, DAY_MILLIS),
                now);
    }

    /** Adds the fact if the next line is near; returns whether that has been told and is not to be told again. */
    private boolean near(Graded graded, long line, boolean told, Map<String, String> labels, List<Object> facts) {
        int place = lines.placeAbove(line);
        if (place == bands.size() || spec.near().fraction().signum() == 0) {
            return false;
        }
        Band band = bands.get(place);
        long next = band.line();
        Level gain = lines.at(next, labels);
        boolean near = gain.from() == next && graded.score().compareTo(band.begins()) >= 0;
        if (near) {
            facts.add(new LevelNear(
                    spec.id(),
                    spec.label(),
                    gain.level(),
                    shortfall.money(graded, next),
                    shortfall.points(graded, next),
                    !told));
        }
        return near || (told && graded.score().compareTo(band.ends()) >= 0);
    }
}
