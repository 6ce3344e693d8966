package io.motengine.bench.reference;

import io.motengine.schemas.money.Money;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** The figures of the reference release in plain Java: its class of them is generated, and known when the release is compiled. */
final class Figures {
    private final MethodHandle salaries90d;
    private final MethodHandle securities90d;
    private final MethodHandle clicks24h;
    private final MethodHandle clicks30d;
    private final MethodHandle pages7d;
    private final MethodHandle merchants30d;
    private final MethodHandle bills60d;
    private final MethodHandle complaints90d;
    private final MethodHandle inflow30d;
    private final MethodHandle outflow7d;
    private final MethodHandle outflowNorm;
    private final MethodHandle spend30d;
    private final MethodHandle averageSpend90d;
    private final MethodHandle largestCredit90d;
    private final MethodHandle lastSalary;
    private Object fact;

    Figures(Class<?> type) {
        salaries90d = count(type, "Salaries90d");
        securities90d = count(type, "Securities90d");
        clicks24h = count(type, "Clicks24h");
        clicks30d = count(type, "Clicks30d");
        pages7d = count(type, "Pages7d");
        merchants30d = count(type, "Merchants30d");
        bills60d = count(type, "Bills60d");
        complaints90d = count(type, "Complaints90d");
        inflow30d = money(type, "Inflow30d");
        outflow7d = money(type, "Outflow7d");
        outflowNorm = money(type, "OutflowNorm");
        spend30d = money(type, "Spend30d");
        averageSpend90d = money(type, "AverageSpend90d");
        largestCredit90d = money(type, "LargestCredit90d");
        lastSalary = money(type, "LastSalary");
    }

    /** From now on, those of this fact. */
    void of(Object features) {
        fact = features;
    }

    long salaries90d() {
        return count(salaries90d);
    }

    long securities90d() {
        return count(securities90d);
    }

    long clicks24h() {
        return count(clicks24h);
    }

    long clicks30d() {
        return count(clicks30d);
    }

    long pages7d() {
        return count(pages7d);
    }

    long merchants30d() {
        return count(merchants30d);
    }

    long bills60d() {
        return count(bills60d);
    }

    long complaints90d() {
        return count(complaints90d);
    }

    Money inflow30d() {
        return money(inflow30d);
    }

    Money outflow7d() {
        return money(outflow7d);
    }

    Money outflowNorm() {
        return money(outflowNorm);
    }

    Money spend30d() {
        return money(spend30d);
    }

    Money averageSpend90d() {
        return money(averageSpend90d);
    }

    Money largestCredit90d() {
        return money(largestCredit90d);
    }

    Money lastSalary() {
        return money(lastSalary);
    }

    private long count(MethodHandle getter) {
        try {
            return (long) getter.invokeExact(fact);
        } catch (Throwable e) {
            throw new IllegalStateException("a figure cannot be read: " + e, e);
        }
    }

    private Money money(MethodHandle getter) {
        try {
            return (Money) getter.invokeExact(fact);
        } catch (Throwable e) {
            throw new IllegalStateException("a figure cannot be read: " + e, e);
        }
    }

    private static MethodHandle count(Class<?> type, String figure) {
        return getter(type, figure, long.class);
    }

    private static MethodHandle money(Class<?> type, String figure) {
        return getter(type, figure, Money.class);
    }

    private static MethodHandle getter(Class<?> type, String figure, Class<?> value) {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(type, "get" + figure, MethodType.methodType(value))
                    .asType(MethodType.methodType(value, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is not of the reference release: " + e, e);
        }
    }
}
