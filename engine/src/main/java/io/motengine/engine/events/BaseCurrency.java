package io.motengine.engine.events;

import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.ErrorCode;
import io.motengine.schemas.event.CreditApplicationChanged;
import io.motengine.schemas.event.CreditLimitUpdated;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.event.StockCorrected;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.money.Currencies;
import io.motengine.schemas.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeSet;

/**
 * Turns the money of an event into the bank's base currency, so that amounts in several currencies are never compared or added
 * as if they were one.
 */
public final class BaseCurrency {
    private final String base;
    private final Map<String, BigDecimal> rates;

    /** Rates are units of the base currency for one unit of the other. */
    public BaseCurrency(String base, Map<String, BigDecimal> rates) {
        this.base = base;
        this.rates = Map.copyOf(rates);
    }

    public String code() {
        return base;
    }

    /**
     * The event with all its money in the base currency, rounded half-even to its minor unit.
     *
     * @throws BadEventException if there is no rate for its currency, or the amount leaves the range of money
     */
    public EventBody convert(EventBody body) throws BadEventException {
        if (body instanceof TransactionPosted posted) {
            return posted.amount().currency().equals(base)
                    ? posted
                    : new TransactionPosted(
                            posted.accountId(),
                            posted.direction(),
                            convert(posted.amount()),
                            convert(posted.balance()),
                            posted.category(),
                            posted.counterpartyBank(),
                            posted.counterpartyId(),
                            posted.merchantCategory(),
                            posted.channel());
        }
        if (body instanceof HoldingUpdated held && foreign(held.amount())) {
            return new HoldingUpdated(
                    held.holdingId(),
                    held.productId(),
                    held.family(),
                    convert(held.amount()),
                    held.openedOn(),
                    held.maturesOn(),
                    held.status());
        }
        if (body instanceof ProfileUpdated profile && foreign(profile.aum())) {
            return new ProfileUpdated(
                    profile.kind(),
                    profile.birthDate(),
                    profile.openedOn(),
                    profile.riskGrade(),
                    convert(profile.aum()),
                    profile.timeZone(),
                    profile.language(),
                    profile.branch(),
                    profile.relationshipManager(),
                    profile.consents(),
                    profile.labels(),
                    profile.blocks(),
                    profile.preferredChannel());
        }
        if (body instanceof CreditApplicationChanged credit && foreign(credit.amount())) {
            return new CreditApplicationChanged(
                    credit.applicationId(), credit.productId(), credit.step(), convert(credit.amount()));
        }
        if (body instanceof CreditLimitUpdated credit && foreign(credit.limit())) {
            return new CreditLimitUpdated(
                    credit.productId(), convert(credit.limit()), convert(credit.used()), credit.validUntil());
        }
        if (body instanceof StockCorrected corrected && foreign(corrected.budgetChange())) {
            return new StockCorrected(corrected.change(), convert(corrected.budgetChange()), corrected.reason());
        }
        return body;
    }

    private boolean foreign(Money money) {
        return money != null && !money.currency().equals(base);
    }

    Money convert(Money money) throws BadEventException {
        if (!foreign(money)) {
            return money;
        }
        BigDecimal rate = rates.get(money.currency());
        if (rate == null) {
            throw new BadEventException(
                    ErrorCode.RATE_MISSING,
                    "data.currency: " + money.currency() + " (expected: " + base
                            + " or a currency with a rate in policy.yaml: " + new TreeSet<>(rates.keySet()) + ")");
        }
        try {
            BigDecimal major = BigDecimal.valueOf(money.minor(), Currencies.digits(money.currency()))
                    .multiply(rate)
                    .setScale(Currencies.digits(base), RoundingMode.HALF_EVEN);
            return new Money(major.unscaledValue().longValueExact(), base);
        } catch (ArithmeticException e) {
            throw new BadEventException(
                    ErrorCode.BAD_VALUE,
                    "data.amount: " + money + " (expected: an amount whose worth in " + base + " fits 18 digits)");
        }
    }
}
