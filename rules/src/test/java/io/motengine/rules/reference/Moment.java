package io.motengine.rules.reference;

import io.motengine.rules.reference.Entry.Abandoned;
import io.motengine.rules.reference.Entry.Told;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.TransactionPosted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** One of the five moments of {@code moments/}. */
record Moment(String name, String instance) {

    /** A form's own moment. */
    static List<Moment> of(Abandoned form) {
        return List.of(
                new Moment("loan-abandoned", form.pattern() + (form.product().isEmpty() ? "" : "#" + form.product())));
    }

    static List<Moment> of(Entry cause, Person person) {
        if (cause instanceof Abandoned form) {
            return of(form);
        }
        if (cause instanceof Told told) {
            return told.body() instanceof TransactionPosted posted ? ofPosting(told, posted) : List.of();
        }
        LocalDate today = Bank.day(cause.time());
        return person.wealth().stream()
                .filter(held -> ChronoUnit.DAYS.between(today, held.maturesOn()) == 3)
                .map(HoldingUpdated::holdingId)
                .map(holding -> new Moment("wealth-maturing", "tick/" + today + "#" + holding))
                .toList();
    }

    private static List<Moment> ofPosting(Told told, TransactionPosted posted) {
        BigDecimal yuan = Bank.yuan(posted.amount());
        boolean large = Bank.atLeast(yuan, 20_000);
        boolean salary = "salary".equals(posted.category());
        if (posted.isDebit()) {
            return large && posted.isOtherBank() ? List.of(new Moment("large-outflow", told.name())) : List.of();
        }
        if (salary) {
            return Bank.atLeast(yuan, 1_000) ? List.of(new Moment("salary-received", told.name())) : List.of();
        }
        return large ? List.of(new Moment("large-inflow", told.name())) : List.of();
    }
}
