package io.motengine.engine.scenarios;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motengine.engine.Decider;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseException.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A scenario: events of some customers, and what is to come of them.
 *
 * <p>Its files are {@value #EVENTS_YAML} or {@value #EVENTS_LINES}, and {@value #EXPECTED_YAML} or {@value #EXPECTED_LINES}. In YAML, an
 * author says what matters; as lines, everything that comes is expected, in its order.
 *
 * @param name of its folder
 * @param files texts by file name
 */
public record Scenario(String name, Map<String, String> files) {
    public static final String EVENTS_YAML = "events.yaml";
    public static final String EVENTS_LINES = "events.jsonl";
    public static final String EXPECTED_YAML = "expected.yaml";
    public static final String EXPECTED_LINES = "expected.jsonl";

    /** Every file that a scenario may have. */
    public static final List<String> FILES = List.of(EVENTS_YAML, EVENTS_LINES, EXPECTED_YAML, EXPECTED_LINES);

    public Scenario {
        files = Map.copyOf(files);
    }

    /** Plays it through a release, and holds what comes of it against what is expected. */
    public ScenarioResult play(Release release) {
        Set<String> rules = new TreeSet<>();
        try (Decider decider = new Decider(rules::add)) {
            return play(release, decider, rules);
        }
    }

    /** Plays it with a decider that has decided other things before; which rules fire is not told. */
    public ScenarioResult play(Release release, Decider decider) {
        return play(release, decider, Set.of());
    }

    private ScenarioResult play(Release release, Decider decider, Set<String> rules) {
        List<Finding> findings = new ArrayList<>();
        List<Step> steps = steps(release, findings);
        Expected expected = expected(release, findings);
        if (!findings.isEmpty()) {
            return new ScenarioResult(name, findings, List.of(), List.of(), List.of(), Set.of(), Map.of());
        }
        ScenarioPlayer player = new ScenarioPlayer(release, decider);
        List<ObjectNode> found = player.play(steps);
        if (expected == null) {
            findings.add(new Finding(path(expectedFile()), 0, 0, absent(expectedFile())));
        } else if (!expected.speaksOfStatus()) {
            findings.addAll(player.findings(path(eventsFile())));
        }
        return new ScenarioResult(
                name,
                findings,
                expected == null ? List.of() : Differences.of(expected, found),
                found.stream().map(ObjectNode::toString).toList(),
                player.decisions(),
                rules,
                Map.of(expectedFile(), updated(expected, found)));
    }

    private List<Step> steps(Release release, List<Finding> findings) {
        StepReader reader = new StepReader(release, findings);
        both(EVENTS_YAML, EVENTS_LINES, findings);
        String file = eventsFile();
        if (!files.containsKey(file)) {
            findings.add(
                    new Finding(path(file), 0, 0, "absent (expected: " + EVENTS_YAML + " or " + EVENTS_LINES + ")"));
            return List.of();
        }
        return file.equals(EVENTS_YAML)
                ? reader.yaml(path(file), files.get(file))
                : reader.jsonLines(path(file), files.get(file));
    }

    private Expected expected(Release release, List<Finding> findings) {
        both(EXPECTED_YAML, EXPECTED_LINES, findings);
        String file = expectedFile();
        if (!files.containsKey(file)) {
            return null;
        }
        return file.equals(EXPECTED_YAML)
                ? new ExpectedReader(release, findings).yaml(path(file), files.get(file))
                : new Expected.Golden(files.get(file).lines().toList());
    }

    private void both(String one, String other, List<Finding> findings) {
        if (files.containsKey(one) && files.containsKey(other)) {
            findings.add(new Finding(path(one), 0, 0, "stands beside " + other + " (expected: one of them)"));
        }
    }

    private String eventsFile() {
        return files.containsKey(EVENTS_LINES) ? EVENTS_LINES : EVENTS_YAML;
    }

    private String expectedFile() {
        boolean lines = files.containsKey(EXPECTED_LINES)
                || (!files.containsKey(EXPECTED_YAML) && files.containsKey(EVENTS_LINES));
        return lines ? EXPECTED_LINES : EXPECTED_YAML;
    }

    private static String absent(String file) {
        return "absent (expected: what is to come of the events; --update writes " + file + ")";
    }

    private String path(String file) {
        return "scenarios/" + name + "/" + file;
    }

    private String updated(Expected expected, List<ObjectNode> found) {
        if (expectedFile().equals(EXPECTED_LINES)) {
            return found.stream().map(line -> line + "\n").collect(Collectors.joining());
        }
        String before = files.getOrDefault(EXPECTED_YAML, "");
        if (expected != null && Differences.of(expected, found).isEmpty()) {
            return before;
        }
        String header = before.lines()
                .takeWhile(line -> line.startsWith("#") || line.isBlank())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return ExpectedWriter.yaml((Expected.Partial) expected, found, header);
    }
}
