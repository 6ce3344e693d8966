package io.motengine.cli.simulator;

import static io.motengine.cli.simulator.Account.CURRENCY;

import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.HoldingUpdated.Status;
import io.motengine.schemas.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The products that a simulated customer holds when the simulation begins. */
final class Holdings {
    private Holdings() {}

    static List<HoldingUpdated> of(Chance chance, String customer, long aum, LocalDate openedOn, LocalDate today) {
        List<HoldingUpdated> held = new ArrayList<>();
        String number = customer.substring(1);
        if (chance.happens(0.6)) {
            held.add(new HoldingUpdated("CD" + number, "credit-card", "card", null, openedOn, null, Status.ACTIVE));
        }
        if (openedOn.isBefore(today) && chance.happens(0.35)) {
            LocalDate matures = today.plusDays(chance.between(2, 360));
            held.add(termed("DP" + number, "smart-deposit", "deposit", aum / 4, matures, matures.minusYears(1)));
        }
        if (openedOn.isBefore(today) && chance.happens(0.3)) {
            LocalDate matures = today.plusDays(chance.between(1, 45));
            held.add(termed("WM" + number, "steady-90", "wealth", aum / 3, matures, matures.minusDays(90)));
        }
        if (openedOn.isBefore(today) && chance.happens(0.12)) {
            LocalDate matures = today.plusMonths(chance.between(6, 240));
            held.add(termed("LN" + number, "mortgage", "loan", 800_000_00L, matures, matures.minusYears(20)));
        }
        return held;
    }

    private static HoldingUpdated termed(
            String id, String product, String family, long fen, LocalDate matures, LocalDate opened) {
        return new HoldingUpdated(
                id, product, family, new Money(Math.max(fen, 100_000), CURRENCY), opened, matures, Status.ACTIVE);
    }
}
