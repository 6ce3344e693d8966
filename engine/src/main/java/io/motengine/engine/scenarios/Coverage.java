package io.motengine.engine.scenarios;

import io.motengine.engine.governance.Reason;
import io.motengine.engine.release.Release;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What no scenario touches.
 *
 * @param rules of DRL that never fired, sorted
 * @param cards that were never a candidate, sorted
 * @param reasons codes that nothing was dropped, deferred or withheld for, in the order of the layers
 * @param allRules how many rules of DRL there are
 * @param allCards how many cards there are
 * @param allReasons how many reasons a scenario can come to
 */
public record Coverage(
        List<String> rules, List<String> cards, List<String> reasons, int allRules, int allCards, int allReasons) {
    private static final String OF_A_CARD = "strategy ";

    /** What a scenario cannot come to: it decides at the time of the event, and nobody stops anything in it. */
    private static final Set<Reason> OUT_OF_REACH = Set.of(Reason.TOO_OLD, Reason.EXPIRED, Reason.STOPPED);

    /** What the scenarios that were played leave out. */
    public static Coverage of(Release release, Collection<ScenarioResult> results) {
        Set<String> fired =
                results.stream().flatMap(result -> result.rules().stream()).collect(Collectors.toSet());
        List<CandidateFate> fates = results.stream()
                .flatMap(result -> result.decisions().stream())
                .flatMap(decision -> decision.candidates().stream())
                .toList();
        Set<String> given = fates.stream()
                .map(CandidateFate::reason)
                .filter(reason -> reason != null)
                .collect(Collectors.toSet());
        Set<String> proposed = fates.stream().map(CandidateFate::strategy).collect(Collectors.toSet());
        List<String> rules = release.rules().names().stream()
                .filter(rule -> !rule.startsWith(OF_A_CARD))
                .sorted()
                .toList();
        List<String> reasons = Arrays.stream(Reason.values())
                .filter(reason -> !OUT_OF_REACH.contains(reason))
                .map(Reason::code)
                .toList();
        return new Coverage(
                without(rules, fired),
                without(new TreeSet<>(release.cards().keySet()), proposed),
                without(reasons, given),
                rules.size(),
                release.cards().size(),
                reasons.size());
    }

    private static List<String> without(Collection<String> all, Set<String> touched) {
        return all.stream().filter(word -> !touched.contains(word)).toList();
    }
}
