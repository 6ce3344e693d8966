package io.motengine.bench.stream;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What happens in a bank, three postings to seven clicks: any event by its number, the same in every run and on any thread.
 *
 * <p>About one event in a hundred raises a moment that a card of the reference release answers.
 */
public final class EventStream {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    /** Undoes a multiplication by {@link #GOLDEN}. */
    private static final long GOLDEN_INVERSE = 0xf1de83e19937733dL;

    private static final double TRANSACTIONS = 0.3;
    private static final int TYPICAL = 512;
    private final StreamSpec spec;

    public EventStream(StreamSpec spec) {
        this.spec = spec;
    }

    public StreamSpec spec() {
        return spec;
    }

    /** Which event has this id. */
    public static long number(String id) {
        return UUID.fromString(id).getLeastSignificantBits() * GOLDEN_INVERSE;
    }

    /** The event of this number, from 0. */
    public Message event(long number) {
        SplittableRandom chance = new SplittableRandom((spec.seed() ^ number * GOLDEN) * 0xbf58476d1ce4e5b9L);
        String customer = StreamSpec.customer(spec.keys().customer(chance.nextDouble(), spec.customers(), spec.cut()));
        boolean transaction = chance.nextDouble() < TRANSACTIONS;
        StringBuilder json = new StringBuilder(TYPICAL)
                .append("{\"specversion\":\"1.0\",\"id\":\"")
                .append(new UUID(chance.nextLong(), number * GOLDEN))
                .append(transaction ? "\",\"source\":\"/core-banking\"" : "\",\"source\":\"/app\"")
                .append(transaction ? ",\"type\":\"bank.transaction.posted.v1\"" : ",\"type\":\"app.click.v1\"")
                .append(",\"subject\":\"")
                .append(customer)
                .append("\",\"time\":\"")
                .append(spec.time(number))
                .append("\",\"datacontenttype\":\"application/json\",\"data\":");
        if (transaction) {
            Transactions.append(json, chance);
        } else {
            Clicks.append(json, chance);
        }
        return new Message(customer, json.append('}').toString().getBytes(StandardCharsets.UTF_8), transaction);
    }
}
