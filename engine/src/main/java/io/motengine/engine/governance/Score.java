package io.motengine.engine.governance;

import io.motengine.engine.strategies.StrategyCard;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What arbitration ranks a candidate by: propensity × value × context × lever, as {@link Arbitration} says.
 *
 * @param total rounded to nine digits, so that equal means equal
 */
public record Score(BigDecimal total, BigDecimal propensity, BigDecimal value, BigDecimal context, BigDecimal lever) {
    private static final MathContext DIGITS = new MathContext(9, RoundingMode.HALF_UP);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal EVEN_LEVER = BigDecimal.valueOf(50);

    /** By priority. */
    private static final List<BigDecimal> LEVERS = IntStream.rangeClosed(0, StrategyCard.MOST_PRIORITY)
            .mapToObj(priority -> BigDecimal.valueOf(priority).divide(EVEN_LEVER, DIGITS))
            .toList();

    static Score of(Candidate candidate, Situation situation) {
        StrategyCard card = candidate.card();
        Arbitration counts = situation.policy().arbitration();
        BigDecimal propensity = counts.propensity() ? card.propensity() : BigDecimal.ONE;
        BigDecimal value = counts.value() ? card.value() : BigDecimal.ONE;
        BigDecimal context = counts.context() ? context(candidate, situation) : BigDecimal.ONE;
        BigDecimal lever = counts.lever() ? LEVERS.get(card.priority()) : BigDecimal.ONE;
        BigDecimal total =
                propensity.multiply(value).multiply(context).multiply(lever).round(DIGITS);
        return new Score(total, propensity, value, context, lever);
    }

    private static BigDecimal context(Candidate candidate, Situation situation) {
        long age = Math.max(
                0, Duration.between(candidate.happened(), situation.now()).toMillis());
        long most = Math.max(1, candidate.card().maxAge().toMillis());
        BigDecimal fresh = age == 0
                ? BigDecimal.ONE
                : BigDecimal.ONE.subtract(
                        BigDecimal.valueOf(Math.min(age, most)).divide(BigDecimal.valueOf(2 * most), DIGITS));
        return isHere(candidate.card(), situation) ? fresh.multiply(TWO) : fresh;
    }

    private static boolean isHere(StrategyCard card, Situation situation) {
        return !situation.arrival().channels().isEmpty()
                && card.ladder().stream().anyMatch(rung -> situation.arrival().at(rung.channel()));
    }

    @Override
    public String toString() {
        return total.stripTrailingZeros().toPlainString() + " = propensity " + propensity.toPlainString() + " × value "
                + value.toPlainString() + " × context " + context.toPlainString() + " × lever "
                + lever.toPlainString();
    }
}
