package io.motengine.bench.customers;

import io.motengine.jobs.stream.StreamEvent;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Makes the event of a number. */
final class Population implements FlatMapFunction<Long, StreamEvent> {
    private static final long serialVersionUID = 1L;
    private static final int CLICKS_IN = 6;
    private static final int PROBE_IN = 10;
    private static final String[] PAGES = {"home", "accounts", "wealth", "loan", "card", "transfer"};
    private final Plan plan;
    private final Activity active;

    Population(Plan plan, Activity active) {
        this.plan = plan;
        this.active = active;
    }

    @Override
    public void flatMap(Long number, Collector<StreamEvent> out) throws InterruptedException {
        if (Progress.isOver()) {
            return;
        }
        Progress.read(number, plan);
        out.collect(
                switch (plan.kind(number)) {
                    case PROFILE -> event(number, EventTypes.PROFILE_UPDATED, profile(number));
                    case FORM -> event(number, EventTypes.APP_CLICK, click("card-application", "start"));
                    case ACTIVITY -> everyday(number);
                    case PACED ->
                        number % PROBE_IN == 0
                                ? event(number, Probes.SOURCE, Probes.id(), EventTypes.TRANSACTION_POSTED, salary())
                                : everyday(number);
                });
    }

    private StreamEvent everyday(long number) {
        long mixed = Plan.mix(~number);
        return Math.floorMod(mixed, CLICKS_IN) != 0
                ? event(number, EventTypes.APP_CLICK, click(PAGES[Math.floorMod(mixed >>> 8, PAGES.length)], "view"))
                : event(number, EventTypes.TRANSACTION_POSTED, spend(1 + Math.floorMod(mixed >>> 8, 3_000)));
    }

    private StreamEvent event(long number, String type, String body) {
        return event(number, "/bench", Long.toHexString(number), type, body);
    }

    private StreamEvent event(long number, String source, String id, String type, String body) {
        long time = plan.time(number);
        EventEnvelope envelope = new EventEnvelope(
                id,
                source,
                type,
                Names.of(plan.customer(number, active)),
                Instant.ofEpochMilli(time),
                body.getBytes(StandardCharsets.ISO_8859_1));
        return new StreamEvent.Decidable(envelope, new Origin("bench", 0, number), 0, time);
    }

    private String profile(long customer) {
        return "{\"kind\":\"person\",\"birthDate\":\"1985-04-02\",\"openedOn\":\""
                + (plan.due(customer) == Plan.Due.MARKETING ? Plan.OPENED_IF_DUE : Plan.OPENED_LONG_AGO)
                + "\",\"riskGrade\":\"R3\",\"aum\":\"" + (1_000 + Math.floorMod(Plan.mix(customer), 900_000))
                + ".00\",\"currency\":\"CNY\",\"language\":\"zh\",\"branch\":\"B-021\",\"consents\":[\"app-push\",\"sms\"]}";
    }

    private static String click(String page, String action) {
        return "{\"page\":\"" + page + "\",\"action\":\"" + action + "\",\"channel\":\"app\"}";
    }

    private static String spend(long yuan) {
        return "{\"accountId\":\"a\",\"direction\":\"debit\",\"amount\":\"" + yuan
                + ".00\",\"currency\":\"CNY\",\"category\":\"card-spend\",\"merchantCategory\":\"5411\"}";
    }

    /** A moment of the reference release: what is decided upon it is always recorded. */
    private static String salary() {
        return "{\"accountId\":\"a\",\"direction\":\"credit\",\"amount\":\"12000.00\",\"currency\":\"CNY\",\"category\":\"salary\"}";
    }
}
