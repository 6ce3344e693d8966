package io.motengine.cli.simulator;

import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.event.TransactionPosted.Direction;
import io.motengine.schemas.money.Money;
import java.time.LocalDate;
import java.time.LocalTime;

/** Writes down what one customer does, by days from the first simulated day. */
final class Script {
    static final String CURRENCY = Account.CURRENCY;

    private final BankPlan plan;
    private final String customer;
    private final BankClock clock;
    private int number;

    Script(BankPlan plan, String customer) {
        this.plan = plan;
        this.customer = customer;
        this.clock = new BankClock(plan.zone());
    }

    LocalDate day(int day) {
        return plan.firstDay().plusDays(day);
    }

    BankEvent at(int day, String time, EventBody body) {
        return event(customer, day, time, body);
    }

    /** By somebody of whom only an openid of the mini-program is known. */
    BankEvent visitor(int day, String time, String openId, String action) {
        return event(
                null,
                day,
                time,
                new AppClick("account-opening", action, null, openId + "-" + day, null, openId, "mini-program"));
    }

    BankEvent submits(int day, String time, String page) {
        return at(day, time, new AppClick(page, "submit", null, customer + "-" + day, customer, null, "app"));
    }

    BankEvent credit(int day, String time, String amount, String category, String bank) {
        TransactionPosted posted = new TransactionPosted(
                "A-" + customer,
                Direction.CREDIT,
                Money.of(amount, CURRENCY),
                null,
                category,
                bank,
                null,
                null,
                "counter");
        return at(day, time, posted);
    }

    private BankEvent event(String who, int day, String time, EventBody body) {
        return new BankEvent(
                customer + "-" + number++, Sources.of(body), who, clock.instant(day(day), LocalTime.parse(time)), body);
    }
}
