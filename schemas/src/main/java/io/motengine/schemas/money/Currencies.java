package io.motengine.schemas.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** ISO 4217: which currencies exist and how many decimals each has. */
public final class Currencies {
    private static final Map<String, Integer> DIGITS = new ConcurrentHashMap<>();
    private static final long[] UNIT = {1, 10, 100, 1_000, 10_000};

    static {
        for (Currency currency : Currency.getAvailableCurrencies()) {
            if (currency.getDefaultFractionDigits() >= 0) {
                DIGITS.put(currency.getCurrencyCode(), currency.getDefaultFractionDigits());
            }
        }
    }

    private Currencies() {}

    public static boolean known(String code) {
        return DIGITS.containsKey(code);
    }

    /** Decimals of the currency: 2 for CNY, 0 for JPY, 3 for KWD. */
    public static int digits(String code) {
        Integer digits = DIGITS.get(code);
        if (digits == null) {
            throw new IllegalArgumentException("currency: " + code + " (expected: an ISO 4217 code such as CNY)");
        }
        return digits;
    }

    static long unit(String code) {
        return UNIT[digits(code)];
    }

    static long minorUnits(String decimal, String code) {
        return new BigDecimal(decimal)
                .setScale(digits(code), RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }

    static String decimal(long minor, String code) {
        return BigDecimal.valueOf(minor, digits(code)).toPlainString();
    }
}
