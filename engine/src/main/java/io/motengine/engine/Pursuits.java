package io.motengine.engine;

import io.motengine.engine.allocate.Resources;
import io.motengine.engine.catalog.Arrival;
import io.motengine.engine.catalog.Channel;
import io.motengine.engine.facts.Moment;
import io.motengine.engine.governance.Candidate;
import io.motengine.engine.governance.Drop;
import io.motengine.engine.governance.Fate;
import io.motengine.engine.governance.Reason;
import io.motengine.engine.governance.Situation;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.Contact;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.OpenAction;
import io.motengine.engine.state.Planned;
import io.motengine.engine.strategies.Rung;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.GrantDenied;
import io.motengine.schemas.event.ProfileUpdated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What becomes of a candidate after it has won: the release of what waited, the next step of its ladder, the move to where the
 * customer has turned up, the fall-back when a channel failed, and the calling back of what no longer holds.
 */
final class Pursuits {
    /** As channels call it in the catalog. */
    private static final String DELIVERED = "delivered";

    private final CustomerState state;
    private final Release release;
    private final Dispatcher dispatcher;
    private final Ledger ledger;
    private final FactsOf factsOf;

    Pursuits(CustomerState state, Release release, Dispatcher dispatcher, Ledger ledger) {
        this.state = state;
        this.release = release;
        this.dispatcher = dispatcher;
        this.ledger = ledger;
        this.factsOf = new FactsOf(state, release);
    }

    /** Runs one plan that is due by now; what came of it. */
    Followed due(long due, Instant now) {
        Planned planned = state.planned().stream()
                .filter(next -> next.dueAt() <= due)
                .min((a, b) -> Long.compare(a.dueAt(), b.dueAt()))
                .orElseThrow();
        if (planned.kind() == Planned.Kind.SETTLE) {
            return new Followed(planned, settle(now));
        }
        state.planned().remove(planned);
        return new Followed(planned, List.of(follow(planned, now, Arrival.NONE)));
    }

    /** A plan, and the fates of its candidate. */
    record Followed(Planned planned, List<CandidateFate> fates) {}

    /** All that has come in the window is judged together; of one strategy's moments the lowest stands for the others. */
    private List<CandidateFate> settle(Instant now) {
        TreeMap<String, Candidate> burst = new TreeMap<>();
        for (Planned planned : List.copyOf(state.planned())) {
            if (planned.kind() == Planned.Kind.SETTLE) {
                state.planned().remove(planned);
                Candidate candidate = candidate(planned);
                if (candidate != null) {
                    burst.merge(
                            planned.strategy(),
                            candidate,
                            (a, b) -> a.instance().compareTo(b.instance()) <= 0 ? a : b);
                }
            }
        }
        return dispatcher.judge(List.copyOf(burst.values()), situation(now, Arrival.NONE));
    }

    private CandidateFate follow(Planned planned, Instant now, Arrival arrival) {
        Candidate candidate = candidate(planned);
        if (planned.kind() == Planned.Kind.RELEASE) {
            ledger.giveBack(planned.action());
        }
        if (candidate == null) {
            return dispatcher.gone(planned, Reason.NOT_VALID, "the release has no such strategy any more");
        }
        if (planned.expiresAt() <= now.toEpochMilli()) {
            return dispatcher.dropped(
                    candidate, Reason.EXPIRED, "expired at " + Instant.ofEpochMilli(planned.expiresAt()));
        }
        if (planned.kind() == Planned.Kind.STEP) {
            Optional<Drop> unneeded = unneeded(planned, candidate.card());
            if (unneeded.isPresent()) {
                return dispatcher.dropped(
                        candidate, unneeded.get().reason(), unneeded.get().detail());
            }
        }
        return dispatcher.again(planned, candidate, situation(now, arrival));
    }

    /** Whether the step before came far enough for this one not to be taken. */
    private Optional<Drop> unneeded(Planned planned, StrategyCard card) {
        if (planned.from() >= card.ladder().size()) {
            return Optional.of(new Drop(Reason.STEP_NOT_NEEDED, "the ladder has become shorter"));
        }
        Optional<OpenAction> before = state.openAction(planned.action());
        if (before.isEmpty()) {
            return Optional.of(new Drop(Reason.STEP_NOT_NEEDED, "the step before has ended"));
        }
        Rung rung = card.ladder().get(planned.from());
        OpenAction.Life most = OpenAction.Life.valueOf(rung.unless().name());
        return before.get().life().compareTo(most) < 0
                ? Optional.empty()
                : Optional.of(new Drop(
                        Reason.STEP_NOT_NEEDED,
                        "the step before was " + before.get().life().name().toLowerCase(Locale.ROOT)));
    }

    /**
     * The customer has turned up at a channel: what waits for them, or is out elsewhere and not opened, is brought there, as far
     * as policy lets it.
     */
    List<CandidateFate> arrive(Arrival arrival, Instant now) {
        if (state.planned().isEmpty()) {
            return List.of();
        }
        List<CandidateFate> fates = new ArrayList<>(0);
        for (Planned planned : pursued()) {
            StrategyCard card = release.card(planned.strategy(), state.profile().branch());
            if (card != null && !card.service() && elsewhere(planned, card, arrival)) {
                bring(planned, candidate(planned), arrival, now).ifPresent(fates::add);
            }
        }
        return fates;
    }

    private boolean elsewhere(Planned planned, StrategyCard card, Arrival arrival) {
        if (Collections.disjoint(card.channels(), arrival.channels())) {
            return false;
        }
        Optional<OpenAction> out = state.openAction(planned.action());
        return planned.kind() == Planned.Kind.RELEASE
                || (out.isPresent()
                        && !arrival.at(out.get().channel())
                        && out.get().life().compareTo(OpenAction.Life.OPENED) < 0);
    }

    private Optional<CandidateFate> bring(Planned planned, Candidate candidate, Arrival arrival, Instant now) {
        Planned here = planned.from(first(candidate.card(), arrival), planned.attempt() + 1);
        Optional<Contact> moved = isPending(planned) ? ledger.lift(planned.action()) : Optional.empty();
        Fate fate = dispatcher.judgedAnew(here, candidate, situation(now, arrival));
        if (fate.kind() != Fate.Kind.ISSUED || !arrival.at(fate.channel())) {
            moved.ifPresent(ledger::lay);
            return Optional.empty();
        }
        state.planned().remove(planned);
        ledger.cancel(open -> open.id().equals(planned.action()), "arrived-elsewhere", now);
        return Optional.of(dispatcher.done(fate, here.attempt(), here.expiresAt(), situation(now, arrival)));
    }

    /**
     * Whether nobody has been contacted yet: it waits for its time, or its channel, which reports what it delivers, has not said
     * that it has. Such a contact moves with its action; one that was made stays, and caps count both.
     */
    private boolean isPending(Planned planned) {
        if (planned.kind() == Planned.Kind.RELEASE) {
            return true;
        }
        return state.openAction(planned.action())
                .filter(open -> open.life() == OpenAction.Life.ISSUED)
                .map(open -> release.catalog().channels().get(open.channel()))
                .filter(channel -> channel.feedback().contains(DELIVERED))
                .isPresent();
    }

    private static int first(StrategyCard card, Arrival arrival) {
        int rung = 0;
        while (!arrival.at(card.ladder().get(rung).channel())) {
            rung++;
        }
        return rung;
    }

    /**
     * A channel could not deliver: another way of the ladder is tried at once, and none twice. Which way has failed the record
     * knows; what a channel calls itself in its feedback does not count.
     */
    List<CandidateFate> fallBack(Feedback feedback, Optional<OpenAction> failed, Instant now) {
        if (feedback.outcome() != Feedback.Outcome.NOT_DELIVERED || failed.isEmpty()) {
            return List.of();
        }
        List<CandidateFate> fates = new ArrayList<>();
        for (Planned planned : pursued()) {
            Candidate candidate =
                    planned.action().equals(feedback.actionId()) && planned.expiresAt() > now.toEpochMilli()
                            ? candidate(planned)
                            : null;
            if (candidate != null) {
                state.planned().remove(planned);
                int next = instead(candidate, failed.get().channel(), planned.attempt());
                if (next >= 0) {
                    fates.add(dispatcher.again(
                            planned.from(next, planned.attempt()), candidate, situation(now, Arrival.NONE)));
                }
            }
        }
        return fates;
    }

    /**
     * The rung from which to try when a channel has failed: its own fall-back if the ladder has it, else the first of its
     * alternatives, else the next step; -1 if all have been tried.
     */
    private int instead(Candidate candidate, String failed, int attempt) {
        List<Rung> ladder = candidate.card().ladder();
        Set<Integer> tried = dispatcher.tried(candidate, attempt);
        Channel channel = release.catalog().channels().get(failed);
        int own = channel == null || channel.fallBack() == null
                ? ladder.size()
                : Dispatcher.rung(candidate.card(), channel.fallBack());
        if (own < ladder.size() && !tried.contains(own)) {
            return own;
        }
        int from = Dispatcher.rung(candidate.card(), failed);
        if (from == ladder.size()) {
            return -1;
        }
        while (from > 0 && ladder.get(from).after() == null) {
            from--;
        }
        while (from < ladder.size() && tried.contains(from)) {
            from++;
        }
        return from < ladder.size() ? from : -1;
    }

    /** Success: nothing more is to be said about it. */
    void meetGoals(String type, Object body, Instant now) {
        Set<String> met = release.goals().met(type, body, this::isPursued);
        if (!met.isEmpty()) {
            ledger.cancel(open -> met.contains(open.strategy()), Ledger.GOAL_MET, now);
            ledger.drop(planned -> met.contains(planned.strategy()));
        }
    }

    private boolean isPursued(String strategy) {
        for (OpenAction open : state.openActions()) {
            if (open.strategy().equals(strategy)) {
                return true;
            }
        }
        for (Planned planned : state.planned()) {
            if (planned.strategy().equals(strategy)) {
                return true;
            }
        }
        return false;
    }

    /** Consent withdrawn, or the customer must not be approached any more: marketing that is still out is called back. */
    void profileChanged(ProfileUpdated report, Instant now) {
        if (report.blocks() != null && !state.profile().blocks().isEmpty()) {
            ledger.cancel(marketing(open -> true), "blocked", now);
        }
        if (report.consents() != null) {
            ledger.cancel(
                    marketing(open -> !state.profile().consents().contains(open.channel()) && asksConsent(open)),
                    "consent-withdrawn",
                    now);
        }
    }

    private boolean asksConsent(OpenAction open) {
        Channel channel = release.catalog().channels().get(open.channel());
        return channel != null && channel.arrival().isEmpty();
    }

    private Predicate<OpenAction> marketing(Predicate<OpenAction> which) {
        return open -> !release.serves(open.strategy()) && which.test(open);
    }

    /** The relationship manager is another: tasks that are out go to the successor. */
    List<CandidateFate> readdress(String before, Instant now) {
        if (Objects.equals(before, state.profile().relationshipManager())) {
            return List.of();
        }
        List<CandidateFate> fates = new ArrayList<>();
        for (Planned planned : pursued()) {
            Optional<OpenAction> out = state.openAction(planned.action());
            Candidate candidate = candidate(planned);
            if (planned.kind() != Planned.Kind.RELEASE
                    && planned.kind() != Planned.Kind.HANDED
                    && out.isPresent()
                    && candidate != null
                    && candidate.card().channels().contains(out.get().channel())
                    && release.catalog().isPerson(out.get().channel())) {
                fates.add(dispatcher.readdress(planned, out.get(), candidate, situation(now, Arrival.NONE)));
            }
        }
        return fates;
    }

    /** A person hands a task over: it goes out again to the other team or branch, and its ladder ends with it. */
    List<CandidateFate> handOver(Feedback feedback, Instant now) {
        ledger.expire(now.toEpochMilli());
        Optional<OpenAction> out = state.openAction(feedback.actionId());
        if (out.isEmpty()) {
            return List.of();
        }
        Optional<Planned> planned = pursued().stream()
                .filter(plan -> plan.action().equals(feedback.actionId()))
                .findFirst();
        Candidate candidate = planned.map(this::candidate).orElse(null);
        if (candidate == null
                || !release.catalog().isPerson(out.get().channel())
                || !candidate.card().channels().contains(out.get().channel())) {
            ledger.close(out.get(), feedback.outcome(), now);
            return List.of();
        }
        ledger.endOthers(out.get(), now);
        return List.of(
                dispatcher.handOver(planned.get(), out.get(), candidate, situation(now, Arrival.NONE), feedback));
    }

    /** What has won; those next in line have not. */
    private List<Planned> pursued() {
        List<Planned> pursued = new ArrayList<>(state.planned());
        pursued.removeIf(planned -> planned.kind() == Planned.Kind.RIVAL);
        return pursued;
    }

    /** The allocator has given all that an action counts for: nobody is next in line any more, and what it replaces goes. */
    void given(String action, Instant now) {
        Optional<OpenAction> open = state.openAction(action);
        StrategyCard card = open.map(
                        out -> release.card(out.strategy(), state.profile().branch()))
                .orElse(null);
        if (ledger.given(action, now) && card != null) {
            ledger.supersede(card, release, now);
        }
        state.planned().removeIf(planned -> isRivalOf(planned, action));
    }

    private static boolean isRivalOf(Planned planned, String action) {
        return planned.kind() == Planned.Kind.RIVAL && planned.action().equals(action);
    }

    /** The allocator has denied what an action counts for: another rung is tried, or a wait, else who is next in line. */
    List<CandidateFate> denied(GrantDenied denied, Instant now) {
        Optional<OpenAction> open = state.openAction(denied.actionId());
        boolean wanted = ledger.denied(denied.actionId());
        List<Planned> plans = state.planned().stream()
                .filter(planned -> planned.action().equals(denied.actionId()))
                .toList();
        state.planned().removeAll(plans);
        List<CandidateFate> fates = new ArrayList<>();
        boolean answered = !wanted || open.isEmpty();
        for (Planned planned : plans) {
            if (!answered) {
                CandidateFate fate = planned.kind() == Planned.Kind.RIVAL
                        ? follow(planned, now, Arrival.NONE)
                        : instead(planned, open.get().channel(), denied.resource(), now);
                fates.add(fate);
                answered = fate.actionId() != null;
            }
        }
        return fates;
    }

    /** What becomes of a candidate whose action was denied. */
    private CandidateFate instead(Planned planned, String channel, String resource, Instant now) {
        Candidate candidate = candidate(planned);
        if (candidate == null) {
            return dispatcher.gone(planned, Reason.NOT_VALID, "the release has no such strategy any more");
        }
        if (!Resources.isCapacity(resource)) {
            return dispatcher.dropped(candidate, Reason.SOLD_OUT, "nothing is left of " + resource);
        }
        int denied = Dispatcher.rung(candidate.card(), channel);
        if (denied == candidate.card().ladder().size()) {
            return dispatcher.dropped(candidate, Reason.NOT_VALID, "the card is not for " + channel + " any more");
        }
        int next = denied + 1;
        if (next < candidate.card().ladder().size()) {
            Situation situation = situation(now, Arrival.NONE);
            Fate fate = dispatcher.judged(planned.from(next, planned.attempt()), candidate, situation);
            if (fate.wins()) {
                return dispatcher.done(fate, planned.attempt(), planned.expiresAt(), situation);
            }
        }
        return dispatcher.waits(planned, candidate, denied, resource, situation(now, Arrival.NONE));
    }

    private Situation situation(Instant now, Arrival arrival) {
        return dispatcher.situation(factsOf.customer(now.toEpochMilli()), now, arrival);
    }

    /** Null if the release does not know the strategy any more. */
    private Candidate candidate(Planned planned) {
        StrategyCard card = release.card(planned.strategy(), state.profile().branch());
        if (card == null) {
            return null;
        }
        Moment moment = new Moment(planned.moment(), planned.instance()).about(planned.subject());
        planned.variables().forEach(moment::with);
        return new Candidate(card, moment, planned.instance(), Instant.ofEpochMilli(planned.happened()));
    }
}
