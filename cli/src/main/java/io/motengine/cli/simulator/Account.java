package io.motengine.cli.simulator;

import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.event.TransactionPosted.Direction;
import io.motengine.schemas.money.Money;

/** A customer's current account: every posting moves the balance, and money that is not there is not spent. */
final class Account {
    static final String CURRENCY = "CNY";
    private final String id;
    private long balance;

    Account(String id, long openingBalance) {
        this.id = id;
        this.balance = openingBalance;
    }

    /** In fen. */
    long balance() {
        return balance;
    }

    TransactionPosted credit(long fen, String category, String counterpartyBank, String channel) {
        balance += fen;
        return posted(Direction.CREDIT, fen, category, counterpartyBank, null, channel);
    }

    /** The posting, or null if the balance does not cover it. */
    TransactionPosted debit(long fen, String category, String counterpartyBank, String merchant, String channel) {
        if (fen > balance) {
            return null;
        }
        balance -= fen;
        return posted(Direction.DEBIT, fen, category, counterpartyBank, merchant, channel);
    }

    private TransactionPosted posted(
            Direction direction, long fen, String category, String bank, String merchant, String channel) {
        return new TransactionPosted(
                id,
                direction,
                new Money(fen, CURRENCY),
                new Money(balance, CURRENCY),
                category,
                bank,
                null,
                merchant,
                channel);
    }
}
