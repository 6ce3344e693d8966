package io.motengine.engine.scorecards;

import io.motengine.engine.scorecards.ScorecardSpec.Indicator;
import io.motengine.schemas.money.Currencies;
import io.motengine.schemas.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** How much is missing for a line: in points, and in money if the card says which amount can be moved. */
final class Shortfall {
    private static final int MAX_BITS = 63;

    /** Position of the movable indicator; -1 if the card names none. */
    private final int movable;

    private final Indicator indicator;
    private final String currency;

    /**
     * For one card.
     *
     * @param currency of the movable amount; null if it is no money
     */
    Shortfall(ScorecardSpec card, String currency) {
        int found = -1;
        for (int i = 0; i < card.indicators().size(); i++) {
            if (card.indicators().get(i).name().equals(card.movable())) {
                found = i;
            }
        }
        this.movable = found;
        this.indicator = found < 0 ? null : card.indicators().get(found);
        this.currency = currency;
    }

    /** Whether the movable amount, if there is one, is known. */
    boolean known(Graded graded) {
        return movable < 0 || graded.value(movable) != null;
    }

    long points(Graded graded, long line) {
        return BigDecimal.valueOf(line)
                .subtract(graded.score())
                .setScale(0, RoundingMode.CEILING)
                .longValue();
    }

    /** The least amount to add that reaches the line with all else unchanged, or null if there is none. */
    Money money(Graded graded, long line) {
        if (movable < 0 || currency == null || graded.value(movable) == null) {
            return null;
        }
        BigDecimal rest = graded.score().subtract(graded.counted(movable));
        BigDecimal points = BigDecimal.valueOf(line)
                .subtract(rest)
                .divide(indicator.weight(), Points.DECIMALS, RoundingMode.CEILING);
        int digits = Currencies.digits(currency);
        BigDecimal needed = indicator.points().reaching(points, digits);
        if (needed == null) {
            return null;
        }
        BigDecimal missing = needed.subtract(graded.value(movable));
        BigInteger minor = missing.setScale(digits, RoundingMode.CEILING).unscaledValue();
        return minor.bitLength() > MAX_BITS ? null : new Money(minor.longValue(), currency);
    }
}
