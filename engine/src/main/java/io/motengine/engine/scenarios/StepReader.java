package io.motengine.engine.scenarios;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.release.Spelling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code events.yaml} and {@code events.jsonl}; what is wrong becomes findings. */
final class StepReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ScenarioTimes times;
    private final EventData data;
    private final List<Finding> findings;

    StepReader(Release release, List<Finding> findings) {
        this.times = new ScenarioTimes(release.calendar().zone());
        this.data = new EventData(release);
        this.findings = findings;
    }

    /** A line is {@code {"time", "customer", "type", "data"}}, or {@code {"time", "customer"}} to let time pass. */
    List<Step> jsonLines(String file, String text) {
        List<Step> steps = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                try {
                    steps.add(step(i + 1, JSON.readTree(lines.get(i))));
                } catch (JacksonException e) {
                    findings.add(new Finding(
                            file, i + 1, 0, e.getOriginalMessage() + " (expected: one JSON object a line)"));
                } catch (IllegalArgumentException e) {
                    findings.add(new Finding(file, i + 1, 0, e.getMessage()));
                }
            }
        }
        return steps;
    }

    private Step step(int line, JsonNode node) {
        Instant time = times.at(required(node, "time"));
        String customer = required(node, "customer");
        return node.has("type")
                ? new Step(
                        line,
                        time,
                        customer,
                        text(node, "id", null),
                        required(node, "type"),
                        node.path("data").toString())
                : new Step(line, time, customer, null, null, null);
    }

    private static String required(JsonNode node, String member) {
        if (!node.path(member).isTextual()) {
            throw new IllegalArgumentException(member + ": " + node.path(member) + " (expected: a text)");
        }
        return node.get(member).textValue();
    }

    List<Step> yaml(String file, String text) {
        ScenarioYaml yaml = new ScenarioYaml(file, text, findings);
        JsonNode tree = yaml.tree(text);
        List<Step> steps = new ArrayList<>();
        if (!tree.isArray()) {
            if (!tree.isMissingNode()) {
                yaml.wrong("", "no list (expected: one entry for each event, such as - at: 2026-03-10T09:50+08:00)");
            }
            return steps;
        }
        Step before = null;
        for (int i = 0; i < tree.size(); i++) {
            Step step = step("/" + i, tree.get(i), before, yaml);
            if (step != null) {
                steps.add(step);
                before = step;
            }
        }
        return steps;
    }

    private Step step(String pointer, JsonNode node, Step before, ScenarioYaml yaml) {
        try {
            Instant time = time(node, before);
            String customer = text(node, "customer", before == null ? null : before.customer());
            if (customer == null) {
                throw new IllegalArgumentException(" customer: absent (expected: whose event it is)");
            }
            String id = text(node, "id", null);
            String type = null;
            String body = null;
            for (String key : (Iterable<String>) node::fieldNames) {
                EventForm form = EventForm.byKey().get(key);
                if (form != null && type == null) {
                    type = form.type();
                    body = body(form, node.get(key));
                } else if (key.equals("type") && type == null) {
                    type = node.get(key).asText();
                    body = node.path("data").isMissingNode()
                            ? "{}"
                            : node.get("data").toString();
                } else if (form != null
                        || !List.of("at", "after", "customer", "id", "data").contains(key)) {
                    throw new IllegalArgumentException("/" + key + " " + key + ": "
                            + (form == null
                                    ? "not known here (expected: " + Spelling.choices(key, words()) + ")"
                                    : "a second event (expected: one in an entry)"));
                }
            }
            return new Step(yaml.line(pointer), time, customer, id, type, body);
        } catch (IllegalArgumentException e) {
            int blank = e.getMessage().startsWith("/") || e.getMessage().startsWith(" ")
                    ? e.getMessage().indexOf(' ')
                    : -1;
            yaml.wrong(
                    blank < 0 ? pointer : pointer + e.getMessage().substring(0, blank),
                    e.getMessage().substring(blank + 1));
            return null;
        }
    }

    private String body(EventForm form, JsonNode given) {
        try {
            ObjectNode body = data.of(form, given);
            return body.toString();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("/" + form.key() + e.getMessage(), e);
        }
    }

    private Instant time(JsonNode node, Step before) {
        if (node.has("at") == node.has("after")) {
            throw new IllegalArgumentException((node.has("at") ? "at and after: both" : "at, after: neither")
                    + " (expected: one of them, such as at: 2026-03-10T09:50+08:00 or after: +2h)");
        }
        if (node.has("at")) {
            return times.at(node.get("at").asText());
        }
        if (before == null) {
            throw new IllegalArgumentException("after: nothing is before it (expected: at, for the first entry)");
        }
        return before.time().plus(ScenarioTimes.after(node.get("after").asText()));
    }

    private static String text(JsonNode node, String member, String otherwise) {
        return node.has(member) ? node.get(member).asText() : otherwise;
    }

    private static Set<String> words() {
        Set<String> words = new TreeSet<>(EventForm.byKey().keySet());
        words.addAll(List.of("at", "after", "customer", "id", "type", "data"));
        return words;
    }
}
