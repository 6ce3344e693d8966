package io.motengine.engine.rules;

import io.motengine.engine.facts.Moment;
import io.motengine.engine.facts.Segment;
import io.motengine.engine.facts.Wave;
import io.motengine.schemas.event.Relations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What rules conclude: the only thing that a rule's {@code then} may call, as {@code conclude.…}.
 *
 * <p>Concluding the same thing twice is concluding it once, so neither the order nor the number of rules matters.
 */
public final class Conclusions {
    /** Characters: rules over segments may conclude others, and a name must not double until memory ends. */
    private static final int LONGEST_NAME = 1_000;

    private final Set<String> tierNames;
    private final Set<String> stageNames;
    private final TreeSet<String> segments = new TreeSet<>();
    private final TreeSet<String> tiers = new TreeSet<>();
    private final TreeSet<String> stages = new TreeSet<>();
    private final List<Moment> moments = new ArrayList<>();
    private final List<Proposal> proposals = new ArrayList<>();
    private final List<Telling> tellings = new ArrayList<>();
    private final Consumer<Object> facts;

    /** A strategy proposed at a moment. */
    public record Proposal(String strategy, Moment moment) {}

    /** A moment for those who are linked by a relation. */
    public record Telling(String relation, Moment moment) {}

    /** @param facts takes what rules conclude for other rules */
    Conclusions(Consumer<Object> facts, Set<String> tierNames, Set<String> stageNames) {
        this.facts = facts;
        this.tierNames = tierNames;
        this.stageNames = stageNames;
    }

    /** The customer belongs to a segment. */
    public void segment(String name) {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "segment: " + name.length() + " characters (expected: at most " + LONGEST_NAME + ")");
        }
        if (segments.add(name)) {
            facts.accept(new Segment(name));
        }
    }

    /** The customer is in a value tier, one of {@code policy.yaml}'s. */
    public void tier(String name) {
        tiers.add(declared("tier", name, tierNames));
    }

    /** The customer is in a life-cycle stage, one of {@code policy.yaml}'s. */
    public void stage(String name) {
        stages.add(declared("stage", name, stageNames));
    }

    /** A moment of truth; chain {@code .about(subject)} and {@code .with(variable, value)}. */
    public Moment moment(String name) {
        Moment moment = new Moment(name);
        moments.add(moment);
        facts.accept(moment);
        return moment;
    }

    /**
     * A moment told to linked customers (公私联动): rules over {@code LinkedMoment} decide there what becomes of it. Chain {@code
     * .about(subject)} and {@code .with(variable, value)}.
     *
     * @param relation what the customer told is to this one, such as {@code owner}
     */
    public Moment tell(String relation, String name) {
        Moment moment = new Moment(name);
        tellings.add(new Telling(declared("relation", relation, Relations.all()), moment));
        return moment;
    }

    /** A strategy for a moment; called by the rules that strategy cards compile to. */
    public void candidate(String strategy, Moment moment) {
        proposals.add(new Proposal(strategy, moment));
    }

    /** One of a strategy's waves; called by the rules that strategy cards with waves compile to. */
    public void wave(String strategy, Wave wave) {
        Moment moment = new Moment(wave.stage() + "-wave", wave.instance()).with("day", wave.day());
        moments.add(moment);
        proposals.add(new Proposal(strategy, moment));
    }

    Set<String> segments() {
        return segments;
    }

    Set<String> tiers() {
        return tiers;
    }

    Set<String> stages() {
        return stages;
    }

    List<Moment> moments() {
        return moments;
    }

    List<Proposal> proposals() {
        return proposals;
    }

    List<Telling> tellings() {
        return tellings;
    }

    void clear() {
        segments.clear();
        tiers.clear();
        stages.clear();
        moments.clear();
        proposals.clear();
        tellings.clear();
    }

    private static String declared(String what, String name, Set<String> declared) {
        if (!declared.contains(name)) {
            throw new IllegalArgumentException(
                    what + ": " + name + " (expected: one of policy.yaml's " + declared + ")");
        }
        return name;
    }
}
