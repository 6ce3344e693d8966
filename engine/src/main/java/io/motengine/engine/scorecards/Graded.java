package io.motengine.engine.scorecards;

import io.motengine.engine.scorecards.ScorecardSpec.Indicator;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one card came to, with what the score is made of. */
public final class Graded {
    private final ScorecardSpec card;
    private final BigDecimal[] values;
    private BigDecimal score = BigDecimal.ZERO;
    private String level = "";

    Graded(ScorecardSpec card, Values source) {
        this.card = card;
        List<Indicator> indicators = card.indicators();
        this.values = new BigDecimal[indicators.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = source.value(indicators.get(i).of());
            score = score.add(counted(i));
        }
    }

    public String card() {
        return card.id();
    }

    public String label() {
        return card.label();
    }

    /** Held now; better than the score would make it while a fall is held back. */
    public String level() {
        return level;
    }

    void level(String held) {
        level = held;
    }

    /** Exact. */
    public BigDecimal score() {
        return score;
    }

    /**
     * By indicator in the order of the card: what it counts, and for which value, such as {@code 480000 for 480000.00}. Made only
     * when asked for: few evaluations are recorded.
     */
    public Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            parts.put(
                    card.indicators().get(i).name(),
                    plain(counted(i)) + " for " + (values[i] == null ? "unknown" : values[i].toPlainString()));
        }
        return parts;
    }

    /** The value of an indicator; null if not known. */
    BigDecimal value(int indicator) {
        return values[indicator];
    }

    /** The points that an indicator adds to the score. */
    @SuppressWarnings("BigDecimalEquals") // by this very one the product is the factor itself, its scale included
    BigDecimal counted(int indicator) {
        Indicator counts = card.indicators().get(indicator);
        BigDecimal points = counts.points().of(values[indicator]);
        return counts.weight().equals(BigDecimal.ONE) ? points : points.multiply(counts.weight());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
