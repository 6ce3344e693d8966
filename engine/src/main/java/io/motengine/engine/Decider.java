package io.motengine.engine;

import io.motengine.engine.release.Release;
import io.motengine.engine.rules.RuleCounts;
import io.motengine.engine.rules.RuleEvaluator;
import io.motengine.engine.rules.RuleSet;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.event.StockCorrected;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Decides, one customer and one input at a time. The same arguments always give the same outcome.
 *
 * <p>Not thread-safe: it keeps rule sessions and reuses them. One per thread.
 */
public final class Decider implements AutoCloseable {
    private final Map<String, RuleEvaluator> evaluators = new HashMap<>();
    private final Function<RuleSet, RuleEvaluator> evaluation;
    private final RuleCounts ruleCounts = new RuleCounts();

    public Decider() {
        this(false);
    }

    private Decider(boolean warming) {
        this.evaluation = warming
                ? rules -> RuleEvaluator.warming(rules, ruleCounts)
                : rules -> new RuleEvaluator(rules, ruleCounts);
    }

    /** One that takes every event into a rule session, so that another can {@link #takeOver} sessions that are at work already. */
    public static Decider warming() {
        return new Decider(true);
    }

    /**
     * Takes every event into a rule session, so that all that fires is heard.
     *
     * @param fired hears the name of each rule as it fires, also for what is then decided again without a rule that failed
     */
    public Decider(Consumer<String> fired) {
        this.evaluation = rules -> new RuleEvaluator(rules, ruleCounts, fired);
    }

    /**
     * Decides upon one input.
     *
     * <p>Transactions and clicks drive the customer's time: everything due at or before them runs first. All other events
     * leave time alone, so a caller that hands in a history in event-time order sends {@link Input.Wake} with the time of
     * each event before the event.
     *
     * @param state of the customer; changed in place (the caller drops it if this throws)
     */
    public Outcome decide(CustomerState state, Input input, Release release, Now now) {
        return decide(state, input, release, now, Set.of());
    }

    /**
     * Decides upon one input while emergency stops may hold.
     *
     * @param stops what is stopped, as {@link io.motengine.schemas.stop.StopChanged} names it
     */
    public Outcome decide(CustomerState state, Input input, Release release, Now now, Set<String> stops) {
        Turn turn = new Turn(
                state,
                release,
                now,
                stops,
                evaluators.computeIfAbsent(release.id(), id -> evaluation.apply(release.rules())));
        if (input instanceof Input.Wake wake) {
            return turn.wake(wake.at().toEpochMilli());
        }
        Input.Event event = (Input.Event) input;
        try {
            Object body = release.events()
                    .bind(event.envelope().type(), event.envelope().body(), release.currency());
            if (body instanceof StockCorrected corrected) {
                return Corrections.of(event.envelope(), corrected);
            }
            return turn.event(event, body);
        } catch (BadEventException e) {
            return Outcome.rejected(e);
        }
    }

    /**
     * Looks at a record that sleeps with another release than it fell asleep with: what is due next may be something else now.
     *
     * @param state of the customer; changed in place
     * @return whether the record has changed
     */
    public boolean reconsider(CustomerState state, Release release) {
        return Dues.meet(state, release);
    }

    /** How often rules have been evaluated here. */
    public RuleCounts ruleCounts() {
        return ruleCounts;
    }

    /** Lets go of all releases but these, by id: what was kept to evaluate the others is gone. */
    public void keep(Set<String> releases) {
        evaluators.entrySet().removeIf(evaluator -> {
            boolean goes = !releases.contains(evaluator.getKey());
            if (goes) {
                evaluator.getValue().close();
            }
            return goes;
        });
    }

    /**
     * Takes what another has warmed up for releases that this one has not decided by yet; the other is closed with what is left.
     * It may have been warmed up by another thread that is done with it.
     */
    public void takeOver(Decider warmed) {
        warmed.evaluators.forEach((release, evaluator) -> {
            if (evaluators.putIfAbsent(release, evaluator) == null) {
                evaluator.ready(ruleCounts);
            } else {
                evaluator.close();
            }
        });
        warmed.evaluators.clear();
    }

    @Override
    public void close() {
        evaluators.values().forEach(RuleEvaluator::close);
        evaluators.clear();
    }
}
