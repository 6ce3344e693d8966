package io.motengine.engine.scorecards;

import io.motengine.engine.state.Profile;
import io.motengine.schemas.money.Currencies;
import io.motengine.schemas.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Function;

/** The values of one customer on one day: from the profile, or else from the features. */
public final class CustomerValues implements Values {
    /** Names that no feature may have in a scorecard, for they mean the customer. */
    public static final Set<String> NAMES = Set.of("aum", "age", "families", "daysSinceOpening", "riskGrade");

    private final Profile profile;
    private final int families;
    private final LocalDate today;
    private final Function<String, Object> features;

    /**
     * The values of a day.
     *
     * @param families number of product families held
     * @param today in the bank's time zone
     * @param features a feature's value by its id: a number or {@link Money}; anything else, null included, is not known
     */
    public CustomerValues(Profile profile, int families, LocalDate today, Function<String, Object> features) {
        this.profile = profile;
        this.families = families;
        this.today = today;
        this.features = features;
    }

    @Override
    public BigDecimal value(String name) {
        return switch (name) {
            case "aum" -> number(profile.aum());
            case "age" -> since(profile.birthDate(), ChronoUnit.YEARS);
            case "daysSinceOpening" -> since(profile.openedOn(), ChronoUnit.DAYS);
            case "families" -> BigDecimal.valueOf(families);
            case "riskGrade" -> profile.riskGrade() == 0 ? null : BigDecimal.valueOf(profile.riskGrade());
            default -> number(features.apply(name));
        };
    }

    private BigDecimal since(LocalDate date, ChronoUnit unit) {
        return date == null ? null : BigDecimal.valueOf(unit.between(date, today));
    }

    private static BigDecimal number(Object value) {
        if (value instanceof Money money) {
            return BigDecimal.valueOf(money.minor(), Currencies.digits(money.currency()));
        }
        if (value instanceof Long || value instanceof Integer) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        return value instanceof Double number && Double.isFinite(number) ? BigDecimal.valueOf(number) : null;
    }
}
