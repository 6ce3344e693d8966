package io.motengine.jobs.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motengine.schemas.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A scenario of the shipped rules, as a bank's systems and channels know it: events as records, and what is expected of them in
 * words such as {@code 2026-03-17T02:00:00Z qin action maturity-bring rm-task}, to the minute.
 */
public final class ScenarioFolder {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ACTION = Pattern.compile("\"\\{([\\w-]+)}\"");
    private static final String OPENID = "openid:";
    private static final List<String> TOLD = List.of("moment", "stage", "merged", "dropped", "deferred", "action", "cancelled");

    private final TreeMap<Instant, List<Sent>> events = new TreeMap<>();
    private final TreeMap<Instant, List<String>> expected = new TreeMap<>();

    /**
     * One event on its topic.
     *
     * @param text with <code>{strategy}</code> for the id of the customer's last action of that strategy
     */
    public record Sent(String id, String topic, String key, String text) {
        /** What is sent, the ids of actions filled in. */
        public byte[] value(UnaryOperator<String> actionOf) {
            return ACTION.matcher(text)
                    .replaceAll(found -> '"' + actionOf.apply(found.group(1)) + '"')
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    public ScenarioFolder(Path folder) throws IOException {
        int number = 0;
        Set<String> known = new TreeSet<>();
        for (JsonNode line : lines(folder.resolve("events.jsonl"))) {
            String id = line.path("id").asText("e" + number++);
            List<Sent> at = events.computeIfAbsent(time(line), none -> new ArrayList<>());
            if (line.has("type") && known.add(id)) {
                at.add(sent(id, line));
            }
        }
        for (JsonNode line : lines(folder.resolve("expected.jsonl"))) {
            TOLD.stream()
                    .filter(line::has)
                    .findFirst()
                    .ifPresent(what -> expected.computeIfAbsent(time(line), none -> new ArrayList<>())
                            .add(words(what, line)));
        }
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    private static Instant time(JsonNode line) {
        return OffsetDateTime.parse(line.get("time").textValue()).toInstant();
    }

    private static String words(String what, JsonNode line) {
        String more =
                switch (what) {
                    case "action" -> line.get("channel").textValue();
                    case "cancelled" ->
                        line.get("channel").textValue() + " "
                                + line.get("reason").textValue();
                    case "dropped", "deferred" -> line.get("reason").textValue();
                    default -> null;
                };
        String customer = line.get("customer").textValue();
        return words(time(line), customer, what, line.get(what).textValue(), more);
    }

    /** What happened, in the same words; {@code more} is null for nothing more. */
    public static String words(Instant time, String customer, String what, String which, String more) {
        Instant minute = Instant.ofEpochSecond(time.getEpochSecond() / 60 * 60);
        return minute + " " + customer + " " + what + " " + which + (more == null ? "" : " " + more);
    }

    private static Sent sent(String id, JsonNode line) throws IOException {
        String customer = line.get("customer").textValue();
        String type = line.get("type").textValue();
        ObjectNode data = line.get("data").deepCopy();
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", "/scenario")
                .put("type", type)
                .put("time", line.get("time").textValue())
                .put("datacontenttype", "application/json");
        if (customer.startsWith(OPENID)) {
            // Nobody knows yet whose it is.
            data.put("openId", customer.substring(OPENID.length()));
        } else {
            event.put("subject", customer);
        }
        return new Sent(id, topic(type), customer, JSON.writeValueAsString(event.set("data", data)));
    }

    private static String topic(String type) {
        return switch (type) {
            case "bank.transaction.posted.v1" -> Topics.TRANSACTIONS;
            case "app.click.v1" -> Topics.CLICKS;
            case "customer.holding.updated.v1" -> Topics.HOLDINGS;
            case "service.contact.v1" -> Topics.CONTACTS;
            case "mot.feedback.v1" -> Topics.FEEDBACK;
            default -> Topics.PROFILES;
        };
    }

    /** Its first moment. */
    public Instant start() {
        return times().iterator().next();
    }

    /** Every moment at which something happens or is expected. */
    public Set<Instant> times() {
        Set<Instant> times = new TreeSet<>(events.keySet());
        times.addAll(expected.keySet());
        return times;
    }

    /** What is sent at a moment. */
    public List<Sent> events(Instant time) {
        return events.getOrDefault(time, List.of());
    }

    /** All that is expected until a moment. */
    public List<String> expected(Instant until) {
        return expected.headMap(until, true).values().stream()
                .flatMap(List::stream)
                .toList();
    }
}
