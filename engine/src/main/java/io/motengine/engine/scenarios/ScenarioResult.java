package io.motengine.engine.scenarios;

import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.schemas.decision.DecisionRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What became of a scenario.
 *
 * @param findings what is wrong with its files; it was not played if there are any
 * @param differences from what was expected
 * @param found everything that came of it, one JSON object a line
 * @param decisions every decision record
 * @param rules names of the rules that fired
 * @param updated what its files of expectations would have to say, by file name: the same as they do say if all is as expected
 */
public record ScenarioResult(
        String name,
        List<Finding> findings,
        List<Difference> differences,
        List<String> found,
        List<DecisionRecord> decisions,
        Set<String> rules,
        Map<String, String> updated) {
    public ScenarioResult {
        findings = List.copyOf(findings);
        differences = List.copyOf(differences);
        found = List.copyOf(found);
        decisions = List.copyOf(decisions);
        rules = Set.copyOf(rules);
        updated = Map.copyOf(updated);
    }

    /** Whether everything came as it was expected. */
    public boolean isWell() {
        return findings.isEmpty() && differences.isEmpty();
    }
}
