package io.motengine.cli.simulator;

import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.HoldingUpdated.Status;
import java.time.LocalTime;

/** What matures today is paid out early in the morning, before the holding itself is reported matured. */
final class Maturities implements Habit {
    @Override
    public void plan(Day day) {
        for (HoldingUpdated holding : day.person().holdings()) {
            if (day.date().equals(holding.maturesOn())) {
                LocalTime paid = day.chance().betweenHours(5, 6.5);
                day.at(paid, account -> account.credit(holding.amount().minor(), "securities", null, "batch"));
                day.after(paid, 60, account -> matured(holding));
            }
        }
    }

    private static HoldingUpdated matured(HoldingUpdated holding) {
        return new HoldingUpdated(
                holding.holdingId(),
                holding.productId(),
                holding.family(),
                holding.amount(),
                holding.openedOn(),
                holding.maturesOn(),
                Status.MATURED);
    }
}
