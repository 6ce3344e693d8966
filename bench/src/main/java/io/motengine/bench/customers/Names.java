package io.motengine.bench.customers;

/** Customers by number. */
final class Names {
    private static final int DIGITS = 10;

    private Names() {}

    static String of(long customer) {
        String digits = Long.toString(customer);
        return "C" + "0".repeat(DIGITS - digits.length()) + digits;
    }

    static long number(byte[] name) {
        long number = 0;
        for (int i = 1; i < name.length; i++) {
            number = number * 10 + name[i] - '0';
        }
        return number;
    }
}
