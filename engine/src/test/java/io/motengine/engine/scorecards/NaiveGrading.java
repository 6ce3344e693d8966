package io.motengine.engine.scorecards;

import io.motengine.engine.scorecards.ScorecardSpec.Indicator;
import io.motengine.engine.scorecards.ScorecardSpec.Level;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Works every answer out anew from all that was ever seen. Slow and obvious; shares nothing with the engine but the declaration. */
final class NaiveGrading {
    private static final long DAY = 86_400_000;

    private final List<ScorecardSpec> cards;
    private final List<Seen> seen = new ArrayList<>();

    /** One evaluation; a value that is not known is missing. */
    record Seen(long at, Map<String, BigDecimal> values) {}

    NaiveGrading(List<ScorecardSpec> cards) {
        this.cards = cards;
    }

    void see(long at, Map<String, BigDecimal> values) {
        seen.add(new Seen(at, values));
    }

    /** The facts of the last evaluation but for missing amounts, as texts. */
    List<String> facts() {
        List<String> facts = new ArrayList<>();
        int n = seen.size() - 1;
        for (ScorecardSpec card : cards) {
            facts(card, n, facts);
        }
        return facts;
    }

    private void facts(ScorecardSpec card, int n, List<String> facts) {
        Level level = level(card, n);
        BigDecimal score = score(card, seen.get(n).values());
        int began = n;
        while (began > 0 && level(card, began - 1).level().equals(level.level())) {
            began--;
        }
        long days = (seen.get(n).at() - seen.get(began).at()) / DAY;
        facts.add("score %s %s %s %s".formatted(card.id(), level.level(), floor(score), days));
        int start = start(card, n);
        if (n > start && !level.from().equals(level(card, n - 1).from())) {
            Level before = level(card, n - 1);
            facts.add("crossed %s %s %s %s"
                    .formatted(card.id(), before.level(), level.level(), level.from() > before.from()));
        }
        long line = line(card, n);
        if (falling(card, n)) {
            if (level.from() == line) {
                int last = lastReached(card, line, n);
                long left = seen.get(last + 1).at()
                        + card.hold().toMillis()
                        - seen.get(n).at();
                boolean now = !(n > start && line(card, n - 1) == line && falling(card, n - 1));
                facts.add("risk %s %s %s %s %s"
                        .formatted(card.id(), level.level(), missing(score, line), (left + DAY - 1) / DAY, now));
            }
        } else if (near(card, n)) {
            long next = next(card, line);
            facts.add("near %s %s %s %s"
                    .formatted(card.id(), level(card, next, n).level(), missing(score, next), !told(card, n)));
        }
    }

    /** Whether nearing has been told since the score was last far away. */
    private boolean told(ScorecardSpec card, int n) {
        long line = line(card, n);
        for (int m = n - 1; m >= start(card, n) && line(card, m) == line && !falling(card, m); m--) {
            if (near(card, m)) {
                return true;
            }
            if (!within(card, m, 2)) {
                return false;
            }
        }
        return false;
    }

    private boolean near(ScorecardSpec card, int n) {
        Long next = next(card, line(card, n));
        return next != null
                && card.near().fraction().signum() > 0
                && level(card, next, n).from().equals(next)
                && within(card, n, 1);
    }

    private boolean within(ScorecardSpec card, int n, int bands) {
        BigDecimal next = BigDecimal.valueOf(next(card, line(card, n)));
        BigDecimal way = next.abs().multiply(card.near().fraction()).multiply(BigDecimal.valueOf(bands));
        return score(card, seen.get(n).values()).compareTo(next.subtract(way)) >= 0;
    }

    private boolean falling(ScorecardSpec card, int n) {
        long line = line(card, n);
        return line != lowest(card) && !reaches(card, n, line);
    }

    Level level(ScorecardSpec card, int n) {
        return level(card, line(card, n), n);
    }

    private Level level(ScorecardSpec card, long line, int n) {
        Map<String, String> labels = new TreeMap<>();
        for (ScorecardSpec other : cards.subList(0, cards.indexOf(card))) {
            labels.put(other.label(), level(other, n).level());
        }
        return card.levels().stream()
                .filter(level -> level.from() <= line)
                .filter(level -> level.when().entrySet().stream()
                        .allMatch(when -> when.getValue().contains(labels.get(when.getKey()))))
                .findFirst()
                .orElse(card.levels().get(card.levels().size() - 1));
    }

    /** The highest line that was reached and has not been missed for as long as the card holds. */
    private long line(ScorecardSpec card, int n) {
        return card.levels().stream()
                .mapToLong(Level::from)
                .filter(line -> held(card, line, n))
                .max()
                .orElse(lowest(card));
    }

    private boolean held(ScorecardSpec card, long line, int n) {
        int last = lastReached(card, line, n);
        return last == n
                || (last >= 0
                        && seen.get(n).at() - seen.get(last + 1).at()
                                < card.hold().toMillis());
    }

    private int lastReached(ScorecardSpec card, long line, int n) {
        for (int i = n; i >= start(card, n); i--) {
            if (reaches(card, i, line)) {
                return i;
            }
        }
        return -1;
    }

    private boolean reaches(ScorecardSpec card, int n, long line) {
        return score(card, seen.get(n).values()).compareTo(BigDecimal.valueOf(line)) >= 0;
    }

    /** Where the card's memory begins: when its movable value is first known, and now as long as it is not. */
    private int start(ScorecardSpec card, int n) {
        if (card.movable() == null) {
            return 0;
        }
        String of = card.indicators().stream()
                .filter(indicator -> indicator.name().equals(card.movable()))
                .findFirst()
                .orElseThrow()
                .of();
        for (int i = 0; i <= n; i++) {
            if (seen.get(i).values().containsKey(of)) {
                return i;
            }
        }
        return n;
    }

    private static Long next(ScorecardSpec card, long line) {
        return card.levels().stream()
                .map(Level::from)
                .filter(from -> from > line)
                .min(Long::compare)
                .orElse(null);
    }

    private static long lowest(ScorecardSpec card) {
        return card.levels().stream().mapToLong(Level::from).min().orElseThrow();
    }

    static BigDecimal score(ScorecardSpec card, Map<String, BigDecimal> values) {
        BigDecimal score = BigDecimal.ZERO;
        for (Indicator indicator : card.indicators()) {
            score = score.add(indicator.weight().multiply(indicator.points().of(values.get(indicator.of()))));
        }
        return score;
    }

    private static String floor(BigDecimal number) {
        return number.setScale(0, RoundingMode.FLOOR).toPlainString();
    }

    private static String missing(BigDecimal score, long line) {
        return BigDecimal.valueOf(line)
                .subtract(score, MathContext.UNLIMITED)
                .setScale(0, RoundingMode.CEILING)
                .toPlainString();
    }
}
