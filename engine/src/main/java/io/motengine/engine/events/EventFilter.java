package io.motengine.engine.events;

import io.motengine.schemas.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events of one type whose members are as the conditions ask. */
public final class EventFilter {
    private final String type;
    private final List<Check> checks;

    private record Check(EventMember member, Set<String> values, BigDecimal atLeast, BigDecimal below) {
        Check(EventMember member, Condition condition) {
            this(member, Set.copyOf(condition.values()), condition.atLeast(), condition.below());
        }

        boolean holds(Object body) {
            return values.isEmpty() ? inRange(body) : values.contains(member.text(body));
        }

        /** Money is compared in whole units of the base currency, which events are in by now. */
        private boolean inRange(Object body) {
            BigDecimal found = number(body);
            return found != null
                    && (atLeast == null || found.compareTo(atLeast) >= 0)
                    && (below == null || found.compareTo(below) < 0);
        }

        private BigDecimal number(Object body) {
            if (member.kind() == EventMember.Kind.MONEY) {
                Money money = member.money(body);
                return money == null ? null : new BigDecimal(money.decimal());
            }
            Long number = member.number(body);
            return number == null ? null : BigDecimal.valueOf(number);
        }
    }

    /** Members must exist, and be numbers or money where a range is asked: the release compiler has checked. */
    public EventFilter(String type, Class<?> fact, Map<String, Condition> where) {
        this.type = type;
        this.checks = where.entrySet().stream()
                .map(entry -> new Check(EventMember.of(fact, entry.getKey()), entry.getValue()))
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
