package io.motengine.engine.scorecards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/**
 * A part of something, from nothing to half of it. In YAML {@code 10%}.
 *
 * @param fraction 0.1 for ten per cent
 */
public record Share(BigDecimal fraction) {
    public static final Share NONE = new Share(BigDecimal.ZERO);
    private static final BigDecimal MOST = new BigDecimal("0.5");

    /** From YAML; a number without the sign is refused in the same words. */
    @JsonCreator
    static Share of(JsonNode node) {
        return of(node.asText());
    }

    /** Such as {@code 10%}. */
    public static Share of(String text) {
        String stripped = text.strip();
        try {
            if (stripped.endsWith("%")) {
                BigDecimal fraction = new BigDecimal(
                                stripped.substring(0, stripped.length() - 1).strip())
                        .movePointLeft(2);
                if (fraction.signum() >= 0 && fraction.compareTo(MOST) <= 0) {
                    return new Share(fraction);
                }
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(refusal(text), e);
        }
        throw new IllegalArgumentException(refusal(text));
    }

    private static String refusal(String text) {
        return text + " (expected: 0% to 50%, such as 10%)";
    }
}
