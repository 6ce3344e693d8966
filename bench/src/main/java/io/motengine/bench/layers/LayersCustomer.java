package io.motengine.bench.layers;

import io.motengine.bench.life.Customers;
import io.motengine.bench.life.Life;
import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.catalog.Arrival;
import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.Moment;
import io.motengine.engine.governance.Candidate;
import io.motengine.engine.governance.Dealings;
import io.motengine.engine.governance.Situation;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.Profile;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A customer with ninety days of contacts, on a working day at ten. */
final class LayersCustomer {
    private static final int DAYS = 93;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Clear of the last contact of the life, and of quiet hours and holidays. */
    static final Instant NOW = Life.BEGINS
            .plusDays(DAYS + 1L)
            .atTime(LocalTime.of(10, 0))
            .atZone(ZONE)
            .toInstant();

    private static final int AGE = 41;

    private LayersCustomer() {}

    /** Whoever has lived under a release until {@link #NOW}. */
    static CustomerState lived(Release release) {
        CustomerState state;
        try (Customers customers = new Customers(release)) {
            state = customers.lived(1, DAYS);
        }
        try (Decider decider = new Decider()) {
            decider.decide(state, new Input.Wake(NOW.minusSeconds(1)), release, Now.EVENT_TIME);
        }
        return state;
    }

    /** What governance is given of the customer. */
    static Situation situation(CustomerState state, Release release) {
        Set<String> held = new TreeSet<>();
        state.holdings().values().forEach(holding -> {
            held.add(holding.product());
            held.add(holding.family());
        });
        return new Situation(
                customer(state, release),
                new Dealings(
                        List.copyOf(state.contacts()),
                        List.copyOf(state.refusals()),
                        List.copyOf(state.openActions()),
                        held,
                        Map.copyOf(state.limits()),
                        List.of()),
                release.policy(),
                release.catalog(),
                release.cards()::get,
                release.workingDays(),
                release.calendar().zone(),
                ZONE,
                Arrival.NONE,
                Set.of(),
                NOW);
    }

    private static Customer customer(CustomerState state, Release release) {
        Profile profile = state.profile();
        return new Customer(
                state.customer(),
                profile.kind(),
                state.tier(),
                state.stage(),
                state.segments(),
                AGE,
                DAYS,
                profile.aum(),
                profile.riskGrade(),
                state.holdings().size(),
                profile.language(),
                profile.branch(),
                profile.relationshipManager(),
                profile.consents(),
                state.labelsOn(release.ticks().day(NOW.toEpochMilli())),
                profile.blocks(),
                profile.preferredChannel());
    }

    /** The candidates of the moment that so many cards answer. */
    static List<Candidate> candidates(int number, Release release) {
        Moment moment = new Moment(LayersRelease.moment(number)).with("amount", "5,000.00 CNY");
        return release.cards().values().stream()
                .filter(card -> moment.getName().equals(card.moment()))
                .map(card -> new Candidate(card, moment, "/core-banking/measured", NOW))
                .toList();
    }

    /** The transaction that raises that moment; with 0, one that raises none. */
    static EventEnvelope event(CustomerState state, int candidates) {
        String category = candidates == 0 ? "cash" : LayersRelease.moment(candidates);
        String body =
                "{\"accountId\":\"a\",\"direction\":\"debit\",\"amount\":\"500.00\",\"currency\":\"CNY\",\"category\":\""
                        + category + "\"}";
        return new EventEnvelope(
                "measured",
                "/core-banking",
                EventTypes.TRANSACTION_POSTED,
                state.customer(),
                NOW,
                body.getBytes(StandardCharsets.UTF_8));
    }
}
