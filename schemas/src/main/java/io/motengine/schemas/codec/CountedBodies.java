package io.motengine.schemas.codec;

import io.motengine.schemas.event.GrantDenied;
import io.motengine.schemas.event.GrantGiven;
import io.motengine.schemas.event.StockCorrected;
import java.io.IOException;

/** Bodies of what is said about counted things: stock, quota, capacity. */
final class CountedBodies {
    private static final String ACTION = "the id of an action";

    private CountedBodies() {}

    static GrantGiven grantGiven(Fields fields) throws IOException, BadEventException {
        String actionId = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "actionId" -> actionId = fields.word();
                default -> fields.skip();
            }
        }
        return new GrantGiven(fields.required(actionId, "actionId", ACTION));
    }

    static GrantDenied grantDenied(Fields fields) throws IOException, BadEventException {
        String actionId = null;
        String resource = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "actionId" -> actionId = fields.word();
                case "resource" -> resource = fields.word();
                default -> fields.skip();
            }
        }
        return new GrantDenied(
                fields.required(actionId, "actionId", ACTION),
                fields.required(resource, "resource", "what has run out, such as benefit:bring-100"));
    }

    static StockCorrected stockCorrected(Fields fields) throws IOException, BadEventException {
        Amounts amounts = new Amounts(fields);
        Long change = null;
        String budgetChange = null;
        String reason = null;
        for (String name = fields.next(); name != null; name = fields.next()) {
            switch (name) {
                case "change" -> change = fields.number();
                case "budgetChange" -> budgetChange = fields.decimal();
                case "currency" -> amounts.currency();
                case "reason" -> reason = fields.text();
                default -> fields.skip();
            }
        }
        if (change == null && budgetChange == null) {
            fields.required(change, "change", "how many more or fewer there are, unless budgetChange is given");
        }
        return new StockCorrected(change, amounts.of(budgetChange, "budgetChange"), reason);
    }
}
