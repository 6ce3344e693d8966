package io.motengine.rules.reference;

import io.motengine.schemas.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;

/** The bank's days and its money, as {@code calendar.yaml} and {@code policy.yaml} say. */
final class Bank {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime TICK = LocalTime.of(8, 0);
    private static final Map<String, BigDecimal> YUAN_FOR_ONE = Map.of(
            "CNY", BigDecimal.ONE,
            "USD", new BigDecimal("7.10"),
            "EUR", new BigDecimal("7.80"),
            "HKD", new BigDecimal("0.91"),
            "CZK", new BigDecimal("0.32"));

    private Bank() {}

    static LocalDate day(Instant time) {
        return time.atZone(ZONE).toLocalDate();
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static Instant tickOn(LocalDate day) {
        return day.atTime(TICK).atZone(ZONE).toInstant();
    }

    static boolean hasRate(Money money) {
        return money == null || YUAN_FOR_ONE.containsKey(money.currency());
    }

    /** In yuan, rounded half-even to the fen; nothing at all is zero. */
    static BigDecimal yuan(Money money) {
        if (money == null) {
            return BigDecimal.ZERO;
        }
        return new BigDecimal(money.decimal())
                .multiply(YUAN_FOR_ONE.get(money.currency()))
                .setScale(2, RoundingMode.HALF_EVEN);
    }

    static boolean atLeast(BigDecimal yuan, long threshold) {
        return yuan.compareTo(BigDecimal.valueOf(threshold)) >= 0;
    }
}
