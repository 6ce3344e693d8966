package io.motengine.schemas.codec;

import io.motengine.schemas.event.CreditApplicationChanged;
import io.motengine.schemas.event.CreditLimitUpdated;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.money.Money;
import java.io.IOException;
import java.time.LocalDate;

/** Bodies of what core banking, the product systems and credit send. */
final class BankBodies {
    private static final String ID = "an id";

    private BankBodies() {}

    static TransactionPosted transactionPosted(Fields fields) throws IOException, BadEventException {
        Amounts amounts = new Amounts(fields);
        String accountId = null;
        TransactionPosted.Direction direction = null;
        String amount = null;
        String balance = null;
        String category = null;
        String counterpartyBank = null;
        String counterpartyId = null;
        String merchantCategory = null;
        String channel = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "accountId" -> accountId = fields.word();
                case "direction" -> direction = fields.oneOf(Vocabulary.DIRECTIONS);
                case "amount" -> amount = fields.decimal();
                case "balance" -> balance = fields.decimal();
                case "currency" -> amounts.currency();
                case "category" -> category = fields.word();
                case "counterpartyBank" -> counterpartyBank = fields.word();
                case "counterpartyId" -> counterpartyId = fields.word();
                case "merchantCategory" -> merchantCategory = fields.word();
                case "channel" -> channel = fields.word();
                default -> fields.skip();
            }
        }
        fields.required(accountId, "accountId", ID);
        fields.required(direction, "direction", "credit or debit");
        Money posted = amounts.required(amount, "amount");
        if (posted.minor() <= 0) {
            throw fields.bad(
                    ErrorCode.BAD_VALUE, "amount", Complaint.quoted(amount), "above zero; the direction has the sign");
        }
        return new TransactionPosted(
                accountId,
                direction,
                posted,
                amounts.of(balance, "balance"),
                category,
                counterpartyBank,
                counterpartyId,
                merchantCategory,
                channel);
    }

    static HoldingUpdated holdingUpdated(Fields fields) throws IOException, BadEventException {
        Amounts amounts = new Amounts(fields);
        String holdingId = null;
        String productId = null;
        String family = null;
        String amount = null;
        LocalDate openedOn = null;
        LocalDate maturesOn = null;
        HoldingUpdated.Status status = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "holdingId" -> holdingId = fields.word();
                case "productId" -> productId = fields.word();
                case "family" -> family = fields.word();
                case "amount" -> amount = fields.decimal();
                case "currency" -> amounts.currency();
                case "openedOn" -> openedOn = fields.date();
                case "maturesOn" -> maturesOn = fields.date();
                case "status" -> status = fields.oneOf(Vocabulary.HOLDING_STATUSES);
                default -> fields.skip();
            }
        }
        fields.required(holdingId, "holdingId", ID);
        fields.required(productId, "productId", ID);
        fields.required(family, "family", "a product family such as deposit");
        fields.required(status, "status", "active, matured or closed");
        return new HoldingUpdated(
                holdingId, productId, family, amounts.of(amount, "amount"), openedOn, maturesOn, status);
    }

    static CreditApplicationChanged creditApplicationChanged(Fields fields) throws IOException, BadEventException {
        Amounts amounts = new Amounts(fields);
        String applicationId = null;
        String productId = null;
        String step = null;
        String amount = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "applicationId" -> applicationId = fields.word();
                case "productId" -> productId = fields.word();
                case "step" -> step = fields.oneOf(Vocabulary.CREDIT_STEPS);
                case "amount" -> amount = fields.decimal();
                case "currency" -> amounts.currency();
                default -> fields.skip();
            }
        }
        fields.required(applicationId, "applicationId", ID);
        fields.required(productId, "productId", ID);
        fields.required(step, "step", "a step such as applied");
        return new CreditApplicationChanged(applicationId, productId, step, amounts.of(amount, "amount"));
    }

    static CreditLimitUpdated creditLimitUpdated(Fields fields) throws IOException, BadEventException {
        Amounts amounts = new Amounts(fields);
        String productId = null;
        String limit = null;
        String used = null;
        LocalDate validUntil = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "productId" -> productId = fields.word();
                case "limit" -> limit = fields.decimal();
                case "used" -> used = fields.decimal();
                case "currency" -> amounts.currency();
                case "validUntil" -> validUntil = fields.date();
                default -> fields.skip();
            }
        }
        fields.required(productId, "productId", ID);
        return new CreditLimitUpdated(
                productId, amounts.required(limit, "limit"), amounts.of(used, "used"), validUntil);
    }
}
