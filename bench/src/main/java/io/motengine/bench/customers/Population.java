package io.motengine.bench.customers;

import io.motengine.jobs.stream.StreamEvent;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.flink.api.common.functions.MapFunction;

/** Makes the event of a number. */
final class Population implements MapFunction<Long, StreamEvent> {
    private static final long serialVersionUID = 1L;
    private static final String[] PAGES = {"home", "accounts", "wealth", "loan", "card", "transfer"};
    private final Plan plan;

    Population(Plan plan) {
        this.plan = plan;
    }

    @Override
    public StreamEvent map(Long number) {
        Progress.read(number, plan);
        long customer = plan.customer(number);
        long mixed = Plan.mix(~number);
        boolean click = Math.floorMod(mixed, 6) != 0;
        String type = plan.isProfile(number)
                ? EventTypes.PROFILE_UPDATED
                : click ? EventTypes.APP_CLICK : EventTypes.TRANSACTION_POSTED;
        String body = plan.isProfile(number) ? profile(customer) : click ? click(mixed) : transaction(mixed);
        EventEnvelope envelope = new EventEnvelope(
                Long.toHexString(mixed),
                "/bench",
                type,
                String.format("C%010d", customer),
                Instant.ofEpochMilli(plan.time(number)),
                body.getBytes(StandardCharsets.UTF_8));
        return new StreamEvent.Decidable(envelope, new Origin("bench", 0, number), 0, plan.time(number));
    }

    private String profile(long customer) {
        return "{\"kind\":\"person\",\"birthDate\":\"1985-04-02\",\"openedOn\":\""
                + (plan.isDue(customer) ? Plan.OPENED_IF_DUE : Plan.OPENED_LONG_AGO)
                + "\",\"riskGrade\":\"R3\",\"aum\":\"" + (1_000 + Math.floorMod(Plan.mix(customer), 900_000))
                + ".00\",\"currency\":\"CNY\",\"language\":\"zh\",\"branch\":\"B-021\",\"consents\":[\"app-push\",\"sms\"]}";
    }

    private static String click(long mixed) {
        return "{\"page\":\"" + PAGES[(int) Math.floorMod(mixed >>> 8, (long) PAGES.length)]
                + "\",\"action\":\"view\",\"channel\":\"app\"}";
    }

    private static String transaction(long mixed) {
        return "{\"accountId\":\"a\",\"direction\":\"debit\",\"amount\":\"" + (1 + Math.floorMod(mixed >>> 8, 3_000L))
                + ".00\",\"currency\":\"CNY\",\"category\":\"card-spend\",\"merchantCategory\":\"5411\"}";
    }
}
