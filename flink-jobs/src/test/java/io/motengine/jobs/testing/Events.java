package io.motengine.jobs.testing;

import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.event.TransactionPosted.Direction;
import io.motengine.schemas.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Events as a bank's systems would send them. */
public final class Events {
    private static final String SOURCE = "/tests";

    private Events() {}

    /** Money in. From 20,000 on it raises a moment in the release of the tests. */
    public static byte[] credit(String id, String customer, Instant time, long yuan) {
        Money amount = Money.of(Long.toString(yuan), "CNY");
        return EventWriter.write(
                id,
                SOURCE,
                customer,
                time,
                new TransactionPosted(
                        "a-" + customer, Direction.CREDIT, amount, null, "transfer", null, null, null, "app"));
    }

    /** Opens the loan form. Without a submit within ten minutes it raises a moment in the release of the tests. */
    public static byte[] opensForm(String id, String customer, Instant time) {
        return click(id, customer, time, "loan-application", "start");
    }

    /** The form of another product. */
    public static byte[] opensForm(String id, String customer, Instant time, String product) {
        return click(id, customer, time, "loan-application", "start", product);
    }

    public static byte[] submitsForm(String id, String customer, Instant time) {
        return click(id, customer, time, "loan-application", "submit");
    }

    public static byte[] looks(String id, String customer, Instant time) {
        return click(id, customer, time, "home", "view");
    }

    /** Holds a wealth product until a day. */
    public static byte[] holds(String id, String customer, Instant time, LocalDate maturesOn) {
        Money amount = Money.of("60000", "CNY");
        return EventWriter.write(
                id,
                SOURCE,
                customer,
                time,
                new HoldingUpdated(
                        "h-1", "steady-90", "wealth", amount, null, maturesOn, HoldingUpdated.Status.ACTIVE));
    }

    /** Nearly half a million, and a manager. */
    public static byte[] earnsWell(String id, String customer, Instant time) {
        return EventWriter.write(
                id,
                SOURCE,
                customer,
                time,
                new ProfileUpdated(
                        "person",
                        LocalDate.of(1980, 5, 1),
                        LocalDate.of(2018, 1, 15),
                        "R3",
                        Money.of("430000", "CNY"),
                        null,
                        "zh",
                        "b7",
                        "rm12",
                        List.of("app-push", "sms", "rm-task"),
                        null,
                        null));
    }

    /** Reports whose manager may give the customer a task. */
    public static byte[] mayBeCalled(String id, String customer, Instant time, String manager) {
        return EventWriter.write(
                id,
                SOURCE,
                customer,
                time,
                new ProfileUpdated(
                        null, null, null, null, null, null, null, null, manager, List.of("rm-task"), null, null, null));
    }

    /** A look by somebody known only as a user of the mini-program; null for somebody not even known so. */
    public static byte[] looksUnknown(String id, String openId, Instant time) {
        return EventWriter.write(
                id, SOURCE, null, time, new AppClick("home", "view", null, "s-1", null, openId, "mini-program"));
    }

    private static byte[] click(String id, String customer, Instant time, String page, String action) {
        return click(id, customer, time, page, action, "consumer-loan");
    }

    private static byte[] click(String id, String customer, Instant time, String page, String action, String product) {
        return EventWriter.write(
                id, SOURCE, customer, time, new AppClick(page, action, product, "s-1", "d-1", null, "app"));
    }
}
