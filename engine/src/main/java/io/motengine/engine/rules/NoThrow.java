package io.motengine.engine.rules;

import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.LifeCycle;
import io.motengine.engine.facts.Score;
import io.motengine.schemas.money.Money;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells of constraints that they cannot throw, by their text: only those may be left alone until somebody asks. All others
 * must be tried where the rule engine would try them, since a rule that throws is a finding even if it would not have fired.
 *
 * <p>Only of facts that are there at nearly every event: for others there is little to win.
 */
final class NoThrow {
    private static final String TEXT = "\"[^\"\\\\]*\"";
    private static final Pattern FLAG = Pattern.compile("!?(\\w+)");
    private static final Pattern NUMBER = Pattern.compile("(\\w+)\\s*(?:==|!=|<=|>=|<|>)\\s*-?\\d{1,9}");
    private static final Pattern EQUALITY = Pattern.compile("(\\w+)\\s*(?:==|!=)\\s*(?:" + TEXT + "|null)");
    private static final Pattern ONE_OF =
            Pattern.compile("(\\w+)\\s+(?:not\\s+)?in\\s*\\(\\s*" + TEXT + "(?:\\s*,\\s*" + TEXT + ")*\\s*\\)");
    private static final Pattern CONTAINS = Pattern.compile("(\\w+)\\s+(?:contains|excludes)\\s+" + TEXT);
    private static final Pattern AMOUNT = Pattern.compile("(\\w+)\\.(?:atLeast|below)\\(\\s*\\d{1,12}\\s*\\)");
    private static final Pattern CONNECTIVE = Pattern.compile("&&|\\|\\|");

    /** Amounts that are there for every customer, by the type of the fact. */
    private static final Map<Class<?>, Set<String>> AMOUNTS = Map.of(Customer.class, Set.of("aum"));

    private final Class<?> features;

    /** @param features class of the fact, whose members always have values */
    NoThrow(Class<?> features) {
        this.features = features;
    }

    /** Whether a fact of this type is there at nearly every event. */
    boolean isStanding(Class<?> type) {
        return type == features || type == Customer.class || type == LifeCycle.class || type == Score.class;
    }

    /** @param constraint as the author wrote it */
    boolean holdsFor(Class<?> type, String constraint) {
        if (!isStanding(type)) {
            return false;
        }
        for (String part : CONNECTIVE.split(constraint, -1)) {
            if (!isSafe(type, part.strip())) {
                return false;
            }
        }
        return true;
    }

    private boolean isSafe(Class<?> type, String part) {
        Class<?> member;
        if ((member = member(type, FLAG, part)) != null) {
            return member == boolean.class;
        }
        if ((member = member(type, NUMBER, part)) != null) {
            return member == int.class || member == long.class || member == double.class;
        }
        if ((member = member(type, EQUALITY, part)) != null || (member = member(type, ONE_OF, part)) != null) {
            return member == String.class;
        }
        if ((member = member(type, CONTAINS, part)) != null) {
            return Collection.class.isAssignableFrom(member);
        }
        Matcher amount = AMOUNT.matcher(part);
        return amount.matches()
                && member(type, AMOUNT, part) == Money.class
                && (type == features || AMOUNTS.getOrDefault(type, Set.of()).contains(amount.group(1)));
    }

    /** Type of the member that a text is about; null if the text is not of that form, or there is no such member. */
    private static Class<?> member(Class<?> type, Pattern form, String part) {
        Matcher matcher = form.matcher(part);
        if (!matcher.matches()) {
            return null;
        }
        String name = matcher.group(1);
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        for (String accessor : new String[] {name, "get" + capital, "is" + capital}) {
            try {
                Method method = type.getMethod(accessor);
                return method.getReturnType();
            } catch (NoSuchMethodException e) {
                // Under another name, perhaps.
            }
        }
        return null;
    }
}
