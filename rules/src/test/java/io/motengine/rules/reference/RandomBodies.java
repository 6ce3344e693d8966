package io.motengine.rules.reference;

import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.CreditApplicationChanged;
import io.motengine.schemas.event.EventBody;
import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.event.ServiceContact;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.event.TransactionPosted.Direction;
import io.motengine.schemas.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Bodies of events, with a liking for the values at which rules change their mind. */
final class RandomBodies {
    private static final List<String> CHANNELS = List.of("app-push", "in-app", "sms", "wecom", "rm-task");
    private static final String[] AMOUNTS = {
        "20000.00", "19999.99", "20000.01", "1000.00", "999.99", "8000.00", "35000.00", "60000.00", "12.30"
    };
    private static final String[] ASSETS = {
        "49999.99", "50000.00", "499999.99", "500000.00", "5999999.99", "6000000.00", "0.00", "-300.00"
    };

    private final Random random;

    RandomBodies(Random random) {
        this.random = random;
    }

    EventBody next(Instant now) {
        int kind = random.nextInt(100);
        if (kind < 48) {
            return posting();
        }
        if (kind < 76) {
            return click();
        }
        if (kind < 83) {
            return profile(Bank.day(now));
        }
        if (kind < 90) {
            return holding(Bank.day(now));
        }
        if (kind < 93) {
            return new ServiceContact(one("branch-ticket", "branch-ticket", "call-in"), "b1", null);
        }
        return kind < 98 ? feedback() : new CreditApplicationChanged("a1", "consumer-loan", "applied", null);
    }

    private TransactionPosted posting() {
        return new TransactionPosted(
                "a1",
                one(Direction.CREDIT, Direction.DEBIT),
                amount(),
                null,
                one("salary", "transfer", "transfer", "securities", "bill", null),
                one("CMB", null),
                null,
                null,
                null);
    }

    private Money amount() {
        return switch (random.nextInt(12)) {
            case 0 -> Money.of(one("2816.90", "2816.91", "140.84", "140.85"), "USD");
            case 1 -> Money.of(one("2564.10", "2564.11", "5000.05"), "EUR");
            case 2 -> Money.of(one("21978.02", "21978.03", "62500.00"), one("HKD", "CZK"));
            case 3 ->
                random.nextInt(4) == 0 ? Money.of("300000", "JPY") : new Money(1 + random.nextInt(6_000_000), "CNY");
            case 4, 5, 6 -> new Money(1 + random.nextInt(4_000_000), "CNY");
            default -> Money.of(one(AMOUNTS), "CNY");
        };
    }

    private AppClick click() {
        String page = one("home", "wealth", "loan-application", "loan-application");
        return new AppClick(
                page,
                one("view", "start", "start", "submit"),
                one("consumer-loan", "consumer-loan", "car-loan", "house-loan", "study-loan", null),
                null,
                null,
                null,
                null);
    }

    /** The age and the opening lie near a line that a rule draws; most members are left out at times. */
    private ProfileUpdated profile(LocalDate today) {
        LocalDate opened = today.minusDays(one(0, 2, 3, 4, 60, 88, 91, 2_000, -2));
        LocalDate born = today.minusYears(one(20, 35, 45, 60, 70)).plusDays(random.nextInt(40) - 10L);
        return new ProfileUpdated(
                one("person", "person", "person", "person", "company", null, null),
                one(born, born, null),
                one(opened, null, null),
                one("R1", "R2", "R3", "R3", "R5", null),
                one(Money.of(one(ASSETS), "CNY"), Money.of("7042.25", "USD"), new Money(1, "GBP"), null, null),
                null,
                "en",
                null,
                one("rm1", null),
                random.nextInt(3) == 0 ? null : consents(),
                null,
                one(List.of(), List.of(), List.of(), List.of("bereavement"), null));
    }

    private List<String> consents() {
        return CHANNELS.stream().filter(channel -> random.nextInt(10) < 7).toList();
    }

    private HoldingUpdated holding(LocalDate today) {
        LocalDate matures = today.plusDays(random.nextInt(45) - 2L);
        return new HoldingUpdated(
                one("h1", "h2", "h3", "h4"),
                "steady-90",
                one("wealth", "wealth", "wealth", "deposit"),
                one(Money.of("60000.00", "CNY"), Money.of("1000.00", "USD"), null),
                null,
                one(matures, matures, matures, matures, null),
                one(
                        HoldingUpdated.Status.ACTIVE,
                        HoldingUpdated.Status.ACTIVE,
                        HoldingUpdated.Status.ACTIVE,
                        HoldingUpdated.Status.CLOSED));
    }

    /** About the n-th action from the end; whoever plays the events puts the action's id in its place. */
    private Feedback feedback() {
        return new Feedback(
                Integer.toString(random.nextInt(3)),
                // Whatever a channel calls itself: which way failed is known.
                one("sms", "app-push", "in-app", "rm-task", "fax"),
                one(
                        Feedback.Outcome.NOT_DELIVERED,
                        Feedback.Outcome.NOT_DELIVERED,
                        Feedback.Outcome.NOT_DELIVERED,
                        Feedback.Outcome.DELIVERED,
                        Feedback.Outcome.OPENED,
                        Feedback.Outcome.CLICKED,
                        Feedback.Outcome.REFUSED,
                        Feedback.Outcome.ACCEPTED),
                null);
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
