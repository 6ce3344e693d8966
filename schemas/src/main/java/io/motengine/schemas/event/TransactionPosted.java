package io.motengine.schemas.event;

import io.motengine.schemas.money.Money;

/**
 * A posting on one of the customer's accounts.
 *
 * @param accountId the account, never null
 * @param direction credit (money in) or debit (money out), never null
 * @param amount always positive, never null
 * @param balance the account's balance after the posting, in the currency of {@code amount}; null if not sent
 * @param category kebab-case word such as {@code salary}, {@code pension}, {@code transfer}, {@code card-spend},
 *     {@code cash}, {@code bill}, {@code interest}, {@code fee}, {@code loan-repayment}, {@code securities}; null if not
 *     sent
 * @param counterpartyBank code of the other side's bank; null when the other side is this bank
 * @param counterpartyId customer id of the other side if known; null if not sent
 * @param merchantCategory ISO 18245 merchant category code; null if not sent
 * @param channel where it was made, such as {@code app}, {@code counter}, {@code pos}; null if not sent
 */
public record TransactionPosted(
        String accountId,
        Direction direction,
        Money amount,
        Money balance,
        String category,
        String counterpartyBank,
        String counterpartyId,
        String merchantCategory,
        String channel)
        implements EventBody {

    /** Which way the money went, seen from the customer. */
    public enum Direction {
        CREDIT,
        DEBIT
    }

    public boolean isCredit() {
        return direction == Direction.CREDIT;
    }

    public boolean isDebit() {
        return direction == Direction.DEBIT;
    }

    /** Whether the other side of the posting is an account at another bank. */
    public boolean isOtherBank() {
        return counterpartyBank != null;
    }
}
