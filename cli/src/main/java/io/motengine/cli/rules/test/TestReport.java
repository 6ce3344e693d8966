package io.motengine.cli.rules.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motengine.engine.scenarios.Coverage;
import io.motengine.engine.scenarios.Difference;
import io.motengine.engine.scenarios.ScenarioResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of the scenarios, for a person. */
final class TestReport {
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String PLAIN = "\u001b[0m";

    private final PrintWriter out;
    private final boolean colours;

    TestReport(PrintWriter out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /**
     * Prints all.
     *
     * @param coverage null if only some were played
     * @param rewritten files of expectations that now say what came
     */
    void print(List<ScenarioResult> results, Coverage coverage, List<Path> rewritten) {
        for (ScenarioResult result : results) {
            if (result.isWell()) {
                out.println(colour(GREEN, "  ok      ") + result.name());
            } else {
                out.println(colour(RED, "  FAILED  ") + result.name());
                result.findings().forEach(finding -> out.println("            " + finding));
                result.differences().forEach(this::print);
            }
        }
        long well = results.stream().filter(ScenarioResult::isWell).count();
        out.println();
        out.println(results.size() + " scenarios: " + well + " as expected, " + (results.size() - well) + " not");
        rewritten.forEach(path -> out.println("rewritten: " + path));
        if (coverage != null) {
            print(coverage);
        }
    }

    private void print(Difference difference) {
        String place = difference.line() > 0 ? " (line " + difference.line() + " of what is expected)" : "";
        switch (difference.what()) {
            case "missing" -> {
                out.println(colour(RED, "          - ") + text(difference.expected()) + place);
                if (difference.found() != null) {
                    out.println("            instead, perhaps: " + text(difference.found()));
                }
            }
            case "forbidden" ->
                out.println(colour(RED, "          ! ") + text(difference.found()) + ": is never to come" + place);
            default -> out.println(colour(GREEN, "          + ") + text(difference.found()) + ": not expected");
        }
    }

    /** The members in their order, such as {@code 2026-03-10T09:30+08:00 li action: inflow-wealth, channel: rm-task}. */
    static String text(ObjectNode line) {
        StringBuilder head = new StringBuilder();
        for (String member : List.of("time", "customer")) {
            if (line.has(member)) {
                head.append(line.get(member).asText()).append(' ');
            }
        }
        return head
                + line.properties().stream()
                        .filter(member -> !member.getKey().equals("time")
                                && !member.getKey().equals("customer"))
                        .map(TestReport::text)
                        .collect(Collectors.joining(", "));
    }

    private static String text(Map.Entry<String, JsonNode> member) {
        return member.getKey() + ": " + member.getValue().asText();
    }

    private void print(Coverage coverage) {
        out.println("touched: %d of %d rules, %d of %d cards, %d of %d reasons"
                .formatted(
                        coverage.allRules() - coverage.rules().size(),
                        coverage.allRules(),
                        coverage.allCards() - coverage.cards().size(),
                        coverage.allCards(),
                        coverage.allReasons() - coverage.reasons().size(),
                        coverage.allReasons()));
        untouched("rule", coverage.rules());
        untouched("card", coverage.cards());
        untouched("reason", coverage.reasons());
    }

    private void untouched(String what, List<String> names) {
        names.forEach(name -> out.println("  no scenario touches " + what + " " + name));
    }

    private String colour(String colour, String text) {
        return colours ? colour + text + PLAIN : text;
    }
}
