package io.motengine.engine.rules;

import io.motengine.engine.facts.Moment;
import io.motengine.engine.rules.RuleEvaluator.Evaluation;
import java.util.List;

/** All that rules say of an event, in a form that compares. */
final class Told {
    private Told() {}

    /** The order of conclusions means nothing. */
    static List<Object> of(Evaluation evaluation) {
        Verdict verdict = evaluation.verdict();
        return List.of(
                verdict.customer(),
                verdict.moments().stream().map(Told::of).sorted().toList(),
                verdict.proposals().stream()
                        .map(proposal -> proposal.strategy() + " for " + of(proposal.moment()))
                        .sorted()
                        .toList(),
                verdict.tellings().stream()
                        .map(telling -> telling.relation() + " of " + of(telling.moment()))
                        .sorted()
                        .toList(),
                evaluation.quarantined());
    }

    private static String of(Moment moment) {
        return moment.getName() + " " + moment.getInstance() + " " + moment.getSubject() + " " + moment.getVariables();
    }
}
