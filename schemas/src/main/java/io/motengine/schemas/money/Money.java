package io.motengine.schemas.money;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * An amount in minor units of one currency (ISO 4217), exact to the cent.
 *
 * <p>Amounts of different currencies are never compared or added: both throw {@link IllegalArgumentException}.
 *
 * @param minor the amount in minor units (fen, cents), negative for a debt
 * @param currency ISO 4217 alphabetic code, such as {@code CNY}
 */
public record Money(long minor, String currency) implements Comparable<Money> {
    public Money {
        Objects.requireNonNull(currency, "currency");
    }

    /** Parses a plain decimal such as {@code 1234.50}; at most as many decimals as the currency has. */
    public static Money of(String decimal, String currency) {
        return new Money(Currencies.minorUnits(decimal, currency), currency);
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other)), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other)), currency);
    }

    /** Whether this is at least {@code major} whole units (yuan, not fen) of its own currency. */
    public boolean atLeast(long major) {
        return minor >= Math.multiplyExact(major, Currencies.unit(currency));
    }

    /** Whether this is below {@code major} whole units of its own currency. */
    public boolean below(long major) {
        return !atLeast(major);
    }

    /**
     * How many times {@code other} this is: positive infinity for something over nothing, 0 for nothing over nothing.
     *
     * <p>Good to show; {@link #atLeastTimes} is exact.
     */
    public double times(Money other) {
        double norm = sameCurrency(other);
        return minor == 0 ? 0 : minor / norm;
    }

    /**
     * Whether this is something, and at least {@code factor} times {@code other}; exact whatever the amounts. Anything is any number
     * of times nothing: a customer whose norm is zero has never done this before.
     */
    public boolean atLeastTimes(double factor, Money other) {
        return minor > 0
                && BigDecimal.valueOf(minor)
                                .compareTo(BigDecimal.valueOf(factor).multiply(BigDecimal.valueOf(sameCurrency(other))))
                        >= 0;
    }

    /** The amount as a plain decimal with all decimals of the currency, such as {@code 1234.50}. */
    public String decimal() {
        return Currencies.decimal(minor, currency);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other));
    }

    @Override
    public String toString() {
        return decimal() + " " + currency;
    }

    private long sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "amounts in " + currency + " and " + other.currency + " cannot be compared or added");
        }
        return other.minor;
    }
}
