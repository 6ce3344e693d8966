package io.motengine.engine.state;

import io.motengine.schemas.event.ProfileUpdated;
import io.motengine.schemas.money.Money;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** A record with everything in it that a record can have but features, each different from what a blank one has. */
final class FullRecord {
    private static final long NOON = 1_773_115_200_000L;
    private static final String PUSH = "0a874cac5a429017f629c946d4d86b78";
    private static final String CALL = "5f0f6b1e0a7c4d0e9b1c2d3e4f506172";
    private static final String VISIT = "77aa20be01d7a4c19f2c4be01d7a43de";
    private static final String OFFER = "9f64a747e1b97f131fabb6b447296c9b";

    private FullRecord() {}

    static CustomerState of() {
        CustomerState state = CustomerStateCodecTest.full2();
        state.clock = NOON;
        state.highWater = NOON + 1_234;
        state.nextServiceTick = NOON + 20_000;
        state.serviceWakeAt = NOON + 30_000;
        state.nextWaits(NOON + 40_000, NOON + 50_000);
        state.nextPlans(NOON + 60_000, NOON + 70_000);
        state.shown.stale();
        contacts(state);
        plans(state);
        counted(state.counted);
        return state;
    }

    /** Records with one part that few have, each: only so does a presence bit mean that part and no other. */
    static Map<String, CustomerState> parts() {
        CustomerState full = of();
        Map<String, CustomerState> parts = new TreeMap<>();
        blank("lists", parts).lists.putAll(full.lists);
        blank("links", parts).links.putAll(full.links);
        blank("goals", parts).goalsMet.addAll(full.goalsMet);
        blank("identity", parts).identity.merged.addAll(full.identity.merged);
        blank("shown", parts).shown.written(42, NOON);
        blank("stale", parts).shown.stale();
        blank("plans", parts).refusals.addAll(full.refusals);
        blank("counted", parts).counted.grants().addAll(full.counted.grants());
        CustomerState preferred = blank("preference", parts);
        preferred.profile = preferred.profile.updated(
                new ProfileUpdated(null, null, null, null, null, null, null, null, null, null, null, null, "sms"),
                NOON);
        return parts;
    }

    private static CustomerState blank(String part, Map<String, CustomerState> parts) {
        return parts.computeIfAbsent("only-" + part, CustomerState::new);
    }

    /** One that may be given back and one that no longer may, of the same and of another strategy. */
    private static void contacts(CustomerState state) {
        state.contacts.add(
                Contact.of(NOON - 9_000_000_000L, CALL, "s2", "rm-task").settled());
        state.contacts.add(Contact.of(NOON - 60_000, PUSH, "s1", "sms"));
        state.contacts.add(Contact.of(NOON, VISIT, "s2", "rm-task"));
        for (OpenAction.Life life : OpenAction.Life.values()) {
            state.openActions.add(new OpenAction(
                    VISIT.substring(0, 31) + life.number(),
                    life == OpenAction.Life.ISSUED ? "openid:o1" : null,
                    "s" + life.number(),
                    "app-push",
                    "/core/e" + life.number(),
                    NOON,
                    NOON + 86_400_000,
                    life));
        }
    }

    private static void plans(CustomerState state) {
        for (Planned.Kind kind : Planned.Kind.values()) {
            int number = kind.number();
            state.planned.add(new Planned(
                    kind,
                    "s" + number,
                    "large-inflow",
                    number == 0 ? "" : "h" + number,
                    number == 0 ? Map.of() : Map.of("amount", "18500.00 CNY", "product", "客户"),
                    "/core/e" + number,
                    NOON - number,
                    number,
                    number + 1,
                    kind == Planned.Kind.KEPT ? CustomerState.NEVER : NOON + 60_000,
                    NOON + 86_400_000,
                    number == 0 ? null : CALL));
        }
        state.ended.add(new Ended(20_522, 0x1234_5678));
        state.ended.add(new Ended(20_523, -7));
        state.refusals.add(new Refusal("s3", "not-now", NOON - 5_000));
        state.refusals.add(new Refusal("s4", "refused", NOON - 4_000));
        state.limits.put(
                "LOAN-CASH",
                new CreditLimit(
                        new Money(10_000_000, "CNY"), new Money(2_000_001, "CNY"), LocalDate.of(2026, 12, 31), NOON));
        state.limits.put("CARD", new CreditLimit(new Money(99, "USD"), null, null, NOON + 1));
    }

    private static void counted(Counted counted) {
        counted.asking().add(new Asking(PUSH, null));
        counted.asking().add(new Asking(CALL, new Asking.Recall(null, "rm-task", "s2", "goal-met")));
        counted.asking().add(new Asking(VISIT, new Asking.Recall("openid:o1", "rm-task", "s2", "superseded")));
        for (Hold.End end : Hold.End.values()) {
            counted.holds().add(new Hold("benefit:bring-100", OFFER, CALL, end == Hold.End.OUT, end));
        }
        counted.holds().add(new Hold("capacity:rm-task:RM-7:2026-03-10", VISIT, VISIT, false, Hold.End.OUT));
        for (Granted.Life life : Granted.Life.values()) {
            counted.grants()
                    .add(new Granted(
                            OFFER, "bring-100", NOON, NOON + 1_000L * life.number(), 500L - life.number(), life));
        }
    }
}
