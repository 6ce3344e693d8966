package io.motengine.engine.events;

import io.motengine.schemas.money.Currencies;
import io.motengine.schemas.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Events of one type whose members are as the conditions ask. */
public final class EventFilter {
    private final String type;
    private final List<Check> checks;

    private record Check(EventMember member, Set<String> values, Range range) {
        static Check of(EventMember member, Condition condition) {
            return new Check(member, Set.copyOf(condition.values()), condition.isRange() ? Range.of(condition) : null);
        }

        boolean holds(Object body) {
            return range == null ? values.contains(member.text(body)) : inRange(body);
        }

        /** Money is compared in whole units of the base currency, which events are in by now. */
        private boolean inRange(Object body) {
            if (member.kind() == EventMember.Kind.MONEY) {
                Money money = member.money(body);
                return money != null && range.holds(money.minor(), Currencies.digits(money.currency()));
            }
            Long number = member.number(body);
            return number != null && range.holds(number, 0);
        }
    }

    /** Bounds by the number of decimals that a value is counted in: dividing each amount would cost more than all the rest. */
    private static final class Range {
        private static final int MOST_DIGITS = 4;
        private final long[] atLeast;
        private final long[] below;

        private Range(long[] atLeast, long[] below) {
            this.atLeast = atLeast;
            this.below = below;
        }

        static Range of(Condition condition) {
            long[] atLeast = new long[MOST_DIGITS + 1];
            long[] below = new long[MOST_DIGITS + 1];
            for (int digits = 0; digits <= MOST_DIGITS; digits++) {
                atLeast[digits] = bound(condition.atLeast(), digits, Long.MIN_VALUE);
                below[digits] = bound(condition.below(), digits, Long.MAX_VALUE);
            }
            return new Range(atLeast, below);
        }

        /** The least whole number of minor units that is not below the bound. */
        private static long bound(BigDecimal bound, int digits, long none) {
            return bound == null
                    ? none
                    : bound.movePointRight(digits)
                            .setScale(0, RoundingMode.CEILING)
                            .min(BigDecimal.valueOf(Long.MAX_VALUE))
                            .max(BigDecimal.valueOf(Long.MIN_VALUE))
                            .longValueExact();
        }

        boolean holds(long value, int digits) {
            return value >= atLeast[digits] && value < below[digits];
        }
    }

    /** Members must exist, and be numbers or money where a range is asked: the release compiler has checked. */
    public EventFilter(String type, Class<?> fact, Map<String, Condition> where) {
        this(type, where, name -> EventMember.of(fact, name));
    }

    /** @param members by name; filters that share them cost less, as each has code of its own */
    public EventFilter(String type, Map<String, Condition> where, Function<String, EventMember> members) {
        this.type = type;
        this.checks = where.entrySet().stream()
                .map(entry -> Check.of(members.apply(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparing((Check check) -> check.range() != null)
                        .thenComparing(check -> check.member().name()))
                .toList();
    }

    public String type() {
        return type;
    }

    public boolean matches(String eventType, Object body) {
        if (!type.equals(eventType)) {
            return false;
        }
        for (Check check : checks) {
            if (!check.holds(body)) {
                return false;
            }
        }
        return true;
    }
}
