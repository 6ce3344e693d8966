package io.motengine.engine;

import io.motengine.engine.catalog.Arrival;
import io.motengine.engine.facts.Customer;
import io.motengine.engine.features.FeatureSet;
import io.motengine.engine.governance.Candidate;
import io.motengine.engine.patterns.Retracted;
import io.motengine.engine.release.Release;
import io.motengine.engine.rules.Conclusions.Proposal;
import io.motengine.engine.rules.Facts;
import io.motengine.engine.rules.RuleEvaluator;
import io.motengine.engine.rules.RuleEvaluator.Evaluation;
import io.motengine.engine.rules.Verdict;
import io.motengine.engine.scorecards.Grading;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.decision.DecisionDraft;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.decision.DecisionRecord.LinkRaised;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import io.motengine.schemas.event.StageMoved;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Rules, then governance, over one cause. */
final class Deliberation {
    private final CustomerState state;
    private final Release release;
    private final RuleEvaluator evaluator;
    private final Effects effects;
    private final Desk desk;

    Deliberation(CustomerState state, Release release, RuleEvaluator evaluator, Effects effects, Desk desk) {
        this.state = state;
        this.release = release;
        this.evaluator = evaluator;
        this.effects = effects;
        this.desk = desk;
    }

    /** What came to light before the rules were asked: patterns taken back, names merged. */
    record Findings(List<Retracted> retracted, List<String> merged) {
        static final Findings NONE = new Findings(List.of(), List.of());

        static Findings of(List<Retracted> retracted, List<String> merged) {
            return retracted.isEmpty() && merged.isEmpty() ? NONE : new Findings(retracted, merged);
        }

        boolean isEmpty() {
            return retracted.isEmpty() && merged.isEmpty();
        }
    }

    /**
     * Decides upon a cause.
     *
     * @param asOf when the customer is looked at, epoch milliseconds: the time of the cause, or later for what is told late
     * @return the move to another stage, if rules concluded one
     */
    Optional<StageMoved> decide(Cause cause, long asOf, Now clock, Object trigger, Findings findings) {
        long sequence = state.nextSequence();
        FeatureSet.Snapshot features = release.features().at(asOf, state.features(), state.since());
        FactsOf factsOf = new FactsOf(state, release);
        Grading grading = factsOf.grading(asOf, features);
        StageSteps steps = new StageSteps(state, release, asOf);
        Facts facts = factsOf.at(asOf, trigger, features.fact(), grading, steps);
        Evaluation evaluation = evaluator.evaluate(facts);
        Verdict verdict = evaluation.verdict();
        Customer customer = verdict.customer();
        String stageBefore = state.stage();
        boolean moved = !customer.tier().equals(state.tier())
                || !customer.stage().equals(stageBefore)
                || !state.isIn(customer.segments());
        state.concluded(
                customer.tier(),
                customer.stage(),
                customer.segments(),
                asOf,
                release.calendar().zone());
        Optional<StageMoved> stageMoved = customer.stage().equals(stageBefore)
                ? Optional.empty()
                : Optional.of(new StageMoved(stageBefore, customer.stage()));
        if (moved) {
            state.shown().stale();
        }
        // A warm-up tells them too: what linked customers remember of it is state like any other.
        List<LinkRaised> raised = verdict.tellings().isEmpty()
                ? List.of()
                : new Telling(state, release, effects).tell(verdict.tellings(), cause, trigger);
        Instant happened = Instant.ofEpochMilli(cause.time());
        if (!clock.issues(happened)) {
            return stageMoved;
        }
        boolean isFinding = !verdict.moments().isEmpty()
                || !verdict.proposals().isEmpty()
                || !raised.isEmpty()
                || !evaluation.quarantined().isEmpty()
                || !steps.refused().isEmpty()
                || !findings.isEmpty();
        // Of most events nothing comes, and nothing is written of them.
        if (moved || isFinding) {
            Instant now = clock.at(happened);
            effects.record(draft(cause, sequence, now)
                    .stageBefore(stageBefore)
                    .moments(moments(verdict, cause))
                    .candidates(govern(verdict, cause, now, release.catalog().arrival(trigger)))
                    .quarantined(evaluation.quarantined())
                    .raised(raised)
                    .retracted(findings.retracted().stream()
                            .map(gone -> new DecisionRecord.PatternRetracted(gone.pattern(), Cause.pattern(gone)))
                            .toList())
                    .refusedStages(steps.refused())
                    .merged(findings.merged())
                    .features(features.texts())
                    .scores(Scores.recorded(factsOf.scores(asOf, features, grading)))
                    .record());
        }
        return stageMoved;
    }

    /** What became of candidates of earlier decisions. */
    void recordFollowed(Cause cause, Now clock, List<CandidateFate> fates) {
        if (!fates.isEmpty()) {
            Instant now = clock.at(Instant.ofEpochMilli(cause.time()));
            effects.record(draft(cause, state.nextSequence(), now)
                    .stageBefore(state.stage())
                    .candidates(fates)
                    .record());
        }
    }

    /** The customer was erased, or is known by another name from now on: nothing is decided any more. */
    void recordEnd(Cause cause, Now clock) {
        long sequence = state.nextSequence();
        Instant happened = Instant.ofEpochMilli(cause.time());
        if (clock.issues(happened)) {
            effects.record(draft(cause, sequence, clock.at(happened)).record());
        }
    }

    private DecisionDraft draft(Cause cause, long sequence, Instant now) {
        return DecisionRecord.draft(
                        Ids.of(state.customer(), Long.toString(sequence)),
                        state.customer(),
                        sequence,
                        cause.recorded(),
                        release.id(),
                        now)
                .customer(state.tier(), state.stage(), List.copyOf(state.segments()));
    }

    private static List<MomentRaised> moments(Verdict verdict, Cause cause) {
        return verdict.moments().stream()
                .map(moment -> new MomentRaised(
                        moment.getName(),
                        cause.instance(moment),
                        moment.getSubject().isEmpty() ? null : moment.getSubject()))
                .distinct()
                .sorted((a, b) -> (a.moment() + a.instance()).compareTo(b.moment() + b.instance()))
                .toList();
    }

    private List<CandidateFate> govern(Verdict verdict, Cause cause, Instant now, Arrival arrival) {
        return verdict.proposals().isEmpty()
                ? List.of()
                : desk.dispatcher()
                        .propose(
                                candidates(verdict, cause),
                                desk.dispatcher().situation(verdict.customer(), now, arrival));
    }

    /**
     * Each strategy once for each moment instance. Should two rules raise the same moment with other words, the lesser words
     * hold: which rule fired first must not matter.
     */
    private List<Candidate> candidates(Verdict verdict, Cause cause) {
        TreeMap<String, Candidate> distinct = new TreeMap<>();
        for (Proposal proposal : verdict.proposals()) {
            Candidate candidate = new Candidate(
                    release.card(proposal.strategy(), state.profile().branch()),
                    proposal.moment(),
                    cause.instance(proposal.moment()),
                    Instant.ofEpochMilli(cause.time()));
            distinct.merge(
                    proposal.strategy() + "\n" + candidate.instance(),
                    candidate,
                    (a, b) -> words(a).compareTo(words(b)) <= 0 ? a : b);
        }
        return List.copyOf(distinct.values());
    }

    private static String words(Candidate candidate) {
        return candidate.moment().getVariables().toString();
    }
}
