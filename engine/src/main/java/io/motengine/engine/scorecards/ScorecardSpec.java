package io.motengine.engine.scorecards;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A graded label ({@code scorecards.yaml}): indicators are worth points, their weighted sum is the score, and the score makes the
 * level. The level {@code tier} is the customer's value tier; any other word is a label of its own.
 *
 * @param id kebab-case, unique in the release
 * @param kind {@code person} or {@code company}
 * @param levels best first; the first whose line is reached and whose {@code when} holds is the customer's. The last one asks
 *     nothing and holds below its own line too, so that everybody has a level
 * @param hold how long the score must stay below a line before it is lost; zero: at once
 * @param near how far below the next line {@code LevelNear} begins, as a part of that line
 * @param movable name of the indicator whose missing amount is told; null if none. Until its value is known, nothing is held
 *     and nothing is crossed: what a customer has always had must not look like news
 */
public record ScorecardSpec(
        String id,
        String label,
        @JsonProperty("for") String kind,
        List<Indicator> indicators,
        List<Level> levels,
        Duration hold,
        Share near,
        String movable) {
    public ScorecardSpec {
        indicators = indicators == null ? List.of() : List.copyOf(indicators);
        levels = levels == null ? List.of() : List.copyOf(levels);
        hold = hold == null ? Duration.ZERO : hold;
        near = near == null ? Share.NONE : near;
    }

    /**
     * Something that counts.
     *
     * @param name unique in the card
     * @param of a feature, or one of {@link CustomerValues#NAMES}; money counts in whole units of the base currency
     * @param weight default 1; 0 shows the indicator in the decision record and counts it for nothing
     */
    public record Indicator(String name, String of, BigDecimal weight, Points points) {
        public Indicator {
            weight = weight == null ? BigDecimal.ONE : weight;
        }
    }

    /**
     * A grade.
     *
     * @param from its line: the score from which it may be held
     * @param when levels that other labels must have, any of those listed; of cards that stand before this one
     */
    public record Level(String level, Long from, Map<String, List<String>> when) {
        public Level {
            when = when == null ? Map.of() : Map.copyOf(when);
        }

        boolean allowed(Map<String, String> labels) {
            if (when.isEmpty()) {
                return true;
            }
            for (Map.Entry<String, List<String>> condition : when.entrySet()) {
                if (!condition.getValue().contains(labels.getOrDefault(condition.getKey(), ""))) {
                    return false;
                }
            }
            return true;
        }
    }
}
