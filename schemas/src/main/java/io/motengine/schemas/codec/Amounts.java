package io.motengine.schemas.codec;

import io.motengine.schemas.money.Currencies;
import io.motengine.schemas.money.Money;
import java.io.IOException;

/**
 * The amounts of one event and their common currency, which may stand before, between or after them.
 *
 * <p>An amount is a plain decimal in a string. A JSON number is taken too, digit by digit and never through a binary
 * fraction, but a sender's own number type may have lost cents already.
 */
final class Amounts {
    /** So that a sum over a customer's whole history stays far from the end of a {@code long}. */
    private static final int MAX_DIGITS = 16;

    private final Fields fields;
    private String currency;

    Amounts(Fields fields) {
        this.fields = fields;
    }

    /** Takes the value of the member {@code currency}. */
    void currency() throws IOException, BadEventException {
        currency = fields.word();
        if (currency != null && !Currencies.known(currency)) {
            throw fields.bad(ErrorCode.UNKNOWN_CURRENCY, "an ISO 4217 code such as CNY");
        }
    }

    /** The amount that stood in {@code member}; null if there was none. */
    Money of(String decimal, String member) throws BadEventException {
        if (decimal == null) {
            return null;
        }
        String code = fields.required(currency, "currency", "an ISO 4217 code such as CNY");
        return new Money(minorUnits(decimal, member, code), code);
    }

    /** The amount that must stand in {@code member}. */
    Money required(String decimal, String member) throws BadEventException {
        return of(fields.required(decimal, member, "a decimal in a string"), member);
    }

    private long minorUnits(String decimal, String member, String code) throws BadEventException {
        int places = Currencies.digits(code);
        int length = decimal.length();
        boolean negative = length > 0 && decimal.charAt(0) == '-';
        int start = negative ? 1 : 0;
        int point = decimal.indexOf('.');
        int wholeEnd = point < 0 ? length : point;
        int given = point < 0 ? 0 : length - point - 1;
        if (wholeEnd == start || (point >= 0 && given == 0) || given > places) {
            throw bad(decimal, member, places, code);
        }
        long minor = 0;
        int digits = 0;
        for (int i = start; i < length; i++) {
            if (i == point) {
                continue;
            }
            int digit = decimal.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw bad(decimal, member, places, code);
            }
            minor = minor * 10 + digit;
            digits += minor > 0 ? 1 : 0;
            if (digits + places - given > MAX_DIGITS) {
                throw fields.bad(
                        ErrorCode.BAD_VALUE, member, Complaint.quoted(decimal), "at most 16 digits, decimals included");
            }
        }
        for (int i = given; i < places; i++) {
            minor *= 10;
        }
        return negative ? -minor : minor;
    }

    private BadEventException bad(String decimal, String member, int places, String code) {
        String expected = "a decimal with at most " + places + " places for " + code;
        return fields.bad(ErrorCode.BAD_VALUE, member, Complaint.quoted(decimal), expected);
    }
}
