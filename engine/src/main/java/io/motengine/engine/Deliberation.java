package io.motengine.engine;

import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.Moment;
import io.motengine.engine.features.FeatureSet;
import io.motengine.engine.governance.Candidate;
import io.motengine.engine.governance.Drop;
import io.motengine.engine.governance.Governance;
import io.motengine.engine.governance.Situation;
import io.motengine.engine.release.Release;
import io.motengine.engine.rules.Conclusions.Proposal;
import io.motengine.engine.rules.Facts;
import io.motengine.engine.rules.RuleEvaluator;
import io.motengine.engine.rules.RuleEvaluator.Evaluation;
import io.motengine.engine.rules.Verdict;
import io.motengine.engine.state.Contact;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import io.motengine.schemas.decision.DecisionRecord.MomentRaised;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Rules, then governance, over one cause; collects what comes of all causes of a turn. */
final class Deliberation {
    /** Contacts older than any calendar week that a cap can look at. */
    private static final long CONTACT_MEMORY_MILLIS = 14L * 24 * 60 * 60 * 1_000;

    private final CustomerState state;
    private final Release release;
    private final RuleEvaluator evaluator;
    private final List<ActionIssued> issued = new ArrayList<>(1);
    private final List<DecisionRecord> decisions = new ArrayList<>(1);

    Deliberation(CustomerState state, Release release, RuleEvaluator evaluator) {
        this.state = state;
        this.release = release;
        this.evaluator = evaluator;
    }

    Outcome outcome(Outcome.Status status, boolean changed, boolean late) {
        return new Outcome(status, changed, late, null, List.copyOf(issued), List.of(), List.copyOf(decisions));
    }

    /**
     * Decides upon a cause.
     *
     * @param asOf when the customer is looked at, epoch milliseconds: the time of the cause, or later for what is told late
     */
    void decide(Cause cause, long asOf, Instant now, Object trigger) {
        long sequence = state.nextSequence();
        FeatureSet.Snapshot features = release.features().at(asOf, state.features(), CustomerState.UNSET);
        Facts facts = new FactsOf(state, release).at(asOf, trigger, features.fact());
        Evaluation evaluation = evaluator.evaluate(facts);
        Verdict verdict = evaluation.verdict();
        Customer customer = verdict.customer();
        String stageBefore = state.stage();
        boolean moved = !customer.tier().equals(state.tier())
                || !customer.stage().equals(stageBefore)
                || !customer.segments().equals(state.segments());
        state.concluded(customer.tier(), customer.stage(), customer.segments(), asOf);
        List<MomentRaised> moments = moments(verdict, cause);
        List<CandidateFate> fates = govern(verdict, cause, now);
        if (!moved
                && moments.isEmpty()
                && fates.isEmpty()
                && evaluation.quarantined().isEmpty()) {
            return;
        }
        decisions.add(new DecisionRecord(
                Ids.of(state.customer(), Long.toString(sequence)),
                state.customer(),
                sequence,
                cause.recorded(),
                release.id(),
                now,
                customer.tier(),
                customer.stage(),
                stageBefore,
                List.copyOf(customer.segments()),
                features.texts(),
                moments,
                fates,
                evaluation.quarantined()));
    }

    private static List<MomentRaised> moments(Verdict verdict, Cause cause) {
        return verdict.moments().stream()
                .map(moment -> new MomentRaised(
                        moment.getName(),
                        instance(cause, moment),
                        moment.getSubject().isEmpty() ? null : moment.getSubject()))
                .distinct()
                .sorted((a, b) -> (a.moment() + a.instance()).compareTo(b.moment() + b.instance()))
                .toList();
    }

    private List<CandidateFate> govern(Verdict verdict, Cause cause, Instant now) {
        if (verdict.proposals().isEmpty()) {
            return List.of();
        }
        Situation situation = new Situation(
                verdict.customer(),
                state.contacts(),
                release.policy(),
                release.catalog(),
                release.calendar().zone(),
                Instant.ofEpochMilli(cause.time()),
                now);
        List<CandidateFate> recorded = new ArrayList<>();
        for (Governance.Fate fate : Governance.judge(candidates(verdict, cause), situation)) {
            recorded.add(
                    fate.drop().isPresent()
                            ? dropped(fate.candidate(), fate.drop().get())
                            : issued(fate, situation));
        }
        return recorded;
    }

    /**
     * Each strategy once for each moment instance. Should two rules raise the same moment with other words, the lesser words
     * hold: which rule fired first must not matter.
     */
    private List<Candidate> candidates(Verdict verdict, Cause cause) {
        TreeMap<String, Candidate> distinct = new TreeMap<>();
        for (Proposal proposal : verdict.proposals()) {
            Candidate candidate = new Candidate(
                    release.cards().get(proposal.strategy()), proposal.moment(), instance(cause, proposal.moment()));
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

    private CandidateFate issued(Governance.Fate fate, Situation situation) {
        Candidate candidate = fate.candidate();
        String id = Ids.of(
                state.customer(),
                candidate.card().id(),
                candidate.card().momentName(),
                candidate.instance(),
                Integer.toString(fate.rung()),
                "0");
        issued.add(release.composer().compose(id, fate, situation));
        if (!candidate.card().service()) {
            long at = situation.now().toEpochMilli();
            state.contacts().removeIf(contact -> contact.at() < at - CONTACT_MEMORY_MILLIS);
            state.contacts().add(Contact.of(at, id, candidate.card().id(), fate.channel()));
        }
        return new CandidateFate(
                candidate.card().id(),
                candidate.card().momentName(),
                candidate.instance(),
                "issued",
                null,
                null,
                null,
                candidate.card().priority(),
                fate.channel(),
                id);
    }

    private static CandidateFate dropped(Candidate candidate, Drop drop) {
        return new CandidateFate(
                candidate.card().id(),
                candidate.card().momentName(),
                candidate.instance(),
                "dropped",
                drop.layer().code(),
                drop.reason(),
                drop.detail(),
                candidate.card().priority(),
                null,
                null);
    }

    private static String instance(Cause cause, Moment moment) {
        if (moment.getInstance() != null) {
            return moment.getInstance();
        }
        return moment.getSubject().isEmpty() ? cause.instance() : cause.instance() + "#" + moment.getSubject();
    }
}
