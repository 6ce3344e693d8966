package io.motengine.engine;

import io.motengine.engine.catalog.Arrival;
import io.motengine.engine.catalog.Channel;
import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.Moment;
import io.motengine.engine.governance.Briefing;
import io.motengine.engine.governance.Candidate;
import io.motengine.engine.governance.Dealings;
import io.motengine.engine.governance.Drop;
import io.motengine.engine.governance.Fate;
import io.motengine.engine.governance.Governance;
import io.motengine.engine.governance.Reason;
import io.motengine.engine.governance.Situation;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.HeldProduct;
import io.motengine.engine.state.OpenAction;
import io.motengine.engine.state.Planned;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.engine.tasks.TaskFacts;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.event.Feedback;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Has candidates judged, and does what their fates say: what won leaves or waits, and its next step is planned. */
final class Dispatcher {
    /** Next in line should the winner be denied: enough to find one, and few enough to be kept. */
    private static final int MOST_RIVALS = 3;

    private final CustomerState state;
    private final Release release;
    private final Ledger ledger;
    private final Counting counting;
    private final Set<String> stops;

    /** @param stops emergency stops that hold */
    Dispatcher(CustomerState state, Release release, Ledger ledger, Counting counting, Set<String> stops) {
        this.state = state;
        this.release = release;
        this.ledger = ledger;
        this.counting = counting;
        this.stops = stops;
    }

    /** @param arrival where the customer is right now */
    Situation situation(Customer customer, Instant now, Arrival arrival) {
        return new Situation(
                customer,
                dealings(),
                release.policy(),
                release.catalog(),
                release.cards()::get,
                release.workingDays(),
                release.calendar().zone(),
                zone(),
                arrival,
                stops,
                now);
    }

    private Dealings dealings() {
        Set<String> held = new TreeSet<>();
        state.holdings().values().stream().filter(HeldProduct::active).forEach(holding -> {
            held.add(holding.product());
            held.add(holding.family());
        });
        return new Dealings(
                List.copyOf(state.contacts()),
                List.copyOf(state.refusals()),
                List.copyOf(state.openActions()),
                held,
                state.limits(),
                counting.granted(null));
    }

    /** Of the customer, as the master says; the bank's if it says none, or none that is known. */
    private ZoneId zone() {
        String zone = state.profile().timeZone();
        try {
            return zone == null ? release.calendar().zone() : ZoneId.of(zone);
        } catch (DateTimeException e) {
            return release.calendar().zone();
        }
    }

    /** Judges what has been proposed. With a settling window marketing first waits for what else the burst brings. */
    List<CandidateFate> propose(List<Candidate> candidates, Situation situation) {
        if (release.policy().arbitration().settle().isZero()) {
            return judge(candidates, situation);
        }
        List<CandidateFate> fates = new ArrayList<>(judge(
                candidates.stream()
                        .filter(candidate -> candidate.card().service())
                        .toList(),
                situation));
        candidates.stream()
                .filter(candidate -> !candidate.card().service())
                .map(candidate -> settles(candidate, situation))
                .forEach(fates::add);
        return fates;
    }

    /** Judges together what was proposed together. */
    List<CandidateFate> judge(List<Candidate> candidates, Situation situation) {
        List<Fate> fates = Governance.judge(candidates, situation);
        List<CandidateFate> recorded = fates.stream()
                .map(fate -> done(fate, 0, expiry(fate.candidate(), situation), situation))
                .toList();
        for (int i = 0; i < fates.size(); i++) {
            String action = recorded.get(i).actionId();
            if (action != null
                    && !fates.get(i).candidate().card().service()
                    && !state.counted().hasLeft(action)) {
                keepRivals(fates, action, situation);
            }
        }
        return recorded;
    }

    private void keepRivals(List<Fate> fates, String winner, Situation situation) {
        fates.stream()
                .filter(fate -> fate.why() != null && fate.why().reason() == Reason.OUTRANKED)
                .limit(MOST_RIVALS)
                .map(Fate::candidate)
                .forEach(candidate -> plan(
                        Planned.Kind.RIVAL,
                        candidate,
                        0,
                        0,
                        CustomerState.NEVER,
                        expiry(candidate, situation),
                        winner));
    }

    private static long expiry(Candidate candidate, Situation situation) {
        return situation.now().plus(candidate.card().expiresAfter()).toEpochMilli();
    }

    /** The window begins with the first candidate of a burst; the later ones do not make it longer. */
    private CandidateFate settles(Candidate candidate, Situation situation) {
        long due = state.planned().stream()
                .filter(planned -> planned.kind() == Planned.Kind.SETTLE)
                .mapToLong(Planned::dueAt)
                .min()
                .orElse(situation
                        .now()
                        .plus(release.policy().arbitration().settle())
                        .toEpochMilli());
        plan(Planned.Kind.SETTLE, candidate, 0, 0, due, expiry(candidate, situation), "");
        Instant until = Instant.ofEpochMilli(due);
        return Fates.recorded(Fate.settling(candidate, until), null, 0);
    }

    /** Judges anew what has waited for its turn. */
    CandidateFate again(Planned planned, Candidate candidate, Situation situation) {
        return done(judged(planned, candidate, situation), planned.attempt(), planned.expiresAt(), situation);
    }

    /** What has been tried in vain is not tried again: the same action would leave twice. */
    Fate judged(Planned planned, Candidate candidate, Situation situation) {
        return judged(planned, candidate, tried(candidate, planned.attempt()), situation);
    }

    /** As if nothing had been tried: the customer has turned up, and whatever failed before may not any more. */
    Fate judgedAnew(Planned planned, Candidate candidate, Situation situation) {
        return judged(planned, candidate, Set.of(), situation);
    }

    private Fate judged(Planned planned, Candidate candidate, Set<Integer> tried, Situation situation) {
        // What the offer has already is no reason against its next step.
        return Governance.again(
                candidate, planned.from(), tried, situation.granted(counting.granted(counting.offer(planned))));
    }

    /** Rungs by which it has been out already, in this attempt or an earlier one, and is not any more. */
    Set<Integer> tried(Candidate candidate, int attempts) {
        if (state.ended().isEmpty()) {
            return Set.of();
        }
        Set<Integer> tried = new TreeSet<>();
        for (int rung = 0; rung < candidate.card().ladder().size(); rung++) {
            for (int attempt = 0; attempt <= attempts; attempt++) {
                if (hasEnded(candidate, rung, attempt)) {
                    tried.add(rung);
                }
            }
        }
        return tried;
    }

    /** Under whichever name of the customer. */
    private boolean hasEnded(Candidate candidate, int rung, int attempt) {
        return Stream.concat(Stream.of(state.customer()), state.identity().merged().stream())
                .map(name -> id(name, candidate, rung, attempt))
                .anyMatch(id -> state.ended().stream().anyMatch(ended -> ended.isOf(id)));
    }

    /** The same action for another person: the one that is out is called back. The customer was contacted once. */
    CandidateFate readdress(Planned planned, OpenAction out, Candidate candidate, Situation situation) {
        if (situation.stopped(candidate.card().id(), out.channel())) {
            return dropped(candidate, Reason.STOPPED, "an emergency stop holds: the task stays where it is");
        }
        int attempt = planned.attempt() + 1;
        Fate fate = Fate.readdressed(candidate, rung(candidate.card(), out.channel()), situation);
        String id = id(fate, attempt);
        readdress(planned, out, fate, situation, plan -> plan.after(id, attempt), null);
        return Fates.recorded(fate, id, attempt);
    }

    /** The same action for a team or branch that takes it over; otherwise as if another person were given it. */
    CandidateFate handOver(
            Planned planned, OpenAction out, Candidate candidate, Situation situation, Feedback feedback) {
        if (situation.stopped(candidate.card().id(), out.channel())) {
            return dropped(candidate, Reason.STOPPED, "an emergency stop holds: the task stays where it is");
        }
        int attempt = planned.attempt() + 1;
        Fate fate = Fate.readdressed(candidate, rung(candidate.card(), out.channel()), situation);
        String id = id(fate, attempt);
        readdress(planned, out, fate, situation, plan -> plan.handed(id, attempt), feedback);
        return Fates.recorded(fate, id, attempt);
    }

    private void readdress(
            Planned planned,
            OpenAction out,
            Fate fate,
            Situation situation,
            UnaryOperator<Planned> next,
            Feedback handedOver) {
        Planned after = next.apply(planned);
        ActionIssued action = release.composer()
                .compose(
                        after.action(),
                        fate,
                        after.attempt(),
                        Instant.ofEpochMilli(planned.expiresAt()),
                        situation,
                        briefing(fate, situation, handedOver));
        ledger.readdress(out, action, handedOver == null ? "readdressed" : "handed-over");
        state.planned().replaceAll(plan -> plan.equals(planned) ? after : plan);
    }

    /** Null for a channel on which no person acts. */
    private Briefing briefing(Fate fate, Situation situation, Feedback handedOver) {
        if (!release.catalog().isPerson(fate.channel())) {
            return null;
        }
        return new Briefing(
                TaskFacts.of(
                        release.policy().tasks().facts(),
                        situation.customer(),
                        state,
                        situation.now(),
                        situation.zone()),
                handedOver == null ? null : handedOver.opportunity(),
                handedOver == null ? null : handedOver.to());
    }

    /** The rung of a channel; one more than there are if the ladder has it no more. */
    static int rung(StrategyCard card, String channel) {
        int rung = 0;
        while (rung < card.ladder().size() && !card.ladder().get(rung).channel().equals(channel)) {
            rung++;
        }
        return rung;
    }

    /**
     * A channel is full for the day: the action waits until it has room again, unless it would have expired by then. Of all that
     * wait for a day the most important ask first.
     */
    CandidateFate waits(Planned planned, Candidate candidate, int rung, String resource, Situation situation) {
        StrategyCard card = candidate.card();
        Channel channel =
                release.catalog().channels().get(card.ladder().get(rung).channel());
        Duration retry = channel.capacity() == null ? null : channel.capacity().retryAfter();
        Instant until = retry == null
                ? tomorrow(situation).plusSeconds(StrategyCard.MOST_PRIORITY - card.priority())
                : situation.now().plus(retry);
        String detail = "nothing is left of " + resource;
        if (until.toEpochMilli() >= planned.expiresAt()) {
            Instant expires = Instant.ofEpochMilli(planned.expiresAt());
            return dropped(candidate, Reason.NO_CAPACITY, detail + " until " + until + ", expires at " + expires);
        }
        Drop why = new Drop(Reason.NO_CAPACITY, detail + ", waits until " + until);
        Fate fate = Fate.deferred(candidate, why, rung, until, null);
        return done(fate, planned.attempt() + 1, planned.expiresAt(), situation);
    }

    private Instant tomorrow(Situation situation) {
        ZoneId bank = release.calendar().zone();
        return situation
                .now()
                .atZone(bank)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(bank)
                .toInstant();
    }

    /** Of a candidate that comes to nothing before it is judged. */
    CandidateFate dropped(Candidate candidate, Reason reason, String detail) {
        return Fates.recorded(Fate.dropped(candidate, new Drop(reason, detail), null), null, 0);
    }

    /** Of a candidate whose strategy is not known any more. */
    CandidateFate gone(Planned planned, Reason reason, String detail) {
        return new CandidateFate(
                planned.strategy(),
                planned.moment(),
                planned.instance(),
                "dropped",
                reason.layer().code(),
                reason.code(),
                detail,
                0,
                null,
                null);
    }

    CandidateFate done(Fate fate, int attempt, long expiresAt, Situation situation) {
        String action = fate.wins() ? id(fate, attempt) : null;
        if (fate.kind() == Fate.Kind.ISSUED) {
            issue(fate, action, attempt, expiresAt, situation);
        } else if (fate.kind() == Fate.Kind.DEFERRED) {
            ledger.reserve(action, fate.candidate().card(), fate.channel(), fate.from());
            plan(
                    Planned.Kind.RELEASE,
                    fate.candidate(),
                    fate.rung(),
                    attempt,
                    fate.from().toEpochMilli(),
                    expiresAt,
                    action);
        }
        return Fates.recorded(fate, action, attempt, situation.customer().preferredChannel());
    }

    private void issue(Fate fate, String id, int attempt, long expiresAt, Situation situation) {
        StrategyCard card = fate.candidate().card();
        ActionIssued action = release.composer()
                .compose(
                        id, fate, attempt, Instant.ofEpochMilli(expiresAt), situation, briefing(fate, situation, null));
        boolean asks = counting.mustAsk(action);
        if (!asks) {
            ledger.supersede(card, release, situation.now());
        }
        ledger.issue(action, card);
        int next = nextStep(card, fate.rung());
        if (next >= 0) {
            long due = situation.now().toEpochMilli()
                    + card.ladder().get(next).after().toMillis();
            plan(Planned.Kind.STEP, fate.candidate(), next, attempt, due, expiresAt, id);
        } else if (asks || keeps(card, fate)) {
            plan(Planned.Kind.KEPT, fate.candidate(), fate.rung(), attempt, CustomerState.NEVER, expiresAt, id);
        }
    }

    /** What may have to be said again elsewhere: to another person, by another channel, or where the customer turns up. */
    private boolean keeps(StrategyCard card, Fate fate) {
        Channel channel = release.catalog().channels().get(fate.channel());
        return channel.person() || channel.fallBack() != null || card.channels().size() > 1;
    }

    private void plan(
            Planned.Kind kind, Candidate candidate, int from, int attempt, long dueAt, long expiresAt, String action) {
        Moment moment = candidate.moment();
        state.planned()
                .add(new Planned(
                        kind,
                        candidate.card().id(),
                        moment.getName(),
                        moment.getSubject(),
                        moment.getVariables(),
                        candidate.instance(),
                        candidate.happened().toEpochMilli(),
                        from,
                        attempt,
                        dueAt,
                        expiresAt,
                        action));
    }

    /** The first rung of the step after; -1 if there is none. */
    private static int nextStep(StrategyCard card, int rung) {
        for (int next = rung + 1; next < card.ladder().size(); next++) {
            if (card.ladder().get(next).after() != null) {
                return next;
            }
        }
        return -1;
    }

    private String id(Fate fate, int attempt) {
        return id(state.customer(), fate.candidate(), fate.rung(), attempt);
    }

    private static String id(String customer, Candidate candidate, int rung, int attempt) {
        return Ids.of(
                customer,
                candidate.card().id(),
                candidate.card().momentName(),
                candidate.instance(),
                Integer.toString(rung),
                Integer.toString(attempt));
    }
}
