package io.motengine.engine.strategies;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import io.motengine.engine.time.Durations;
import java.time.Duration;
import java.util.Iterator;
import java.util.Locale;

/**
 * One channel of a ladder: an alternative to the one before it, or the next step after a wait.
 *
 * <p>In YAML {@code sms}, or {@code { channel: rm-task, after: 2h, unless: opened }}.
 *
 * @param after wait since the step before was issued; null for an alternative of the same step
 * @param unless what must not have happened to the step before, by then; {@code OPENED} if not given
 */
public record Rung(String channel, Duration after, Unless unless) {

    /** How far the step before may have come at most. */
    public enum Unless {
        DELIVERED,
        OPENED,
        CLICKED
    }

    /** A channel to be used at once. */
    public static Rung of(String channel) {
        return new Rung(channel, null, Unless.OPENED);
    }

    /** From YAML: a channel, or one with a wait. */
    @JsonCreator
    static Rung of(JsonNode node) {
        if (node.isTextual()) {
            return of(node.asText());
        }
        String channel = null;
        Duration after = null;
        Unless unless = Unless.OPENED;
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            String value = node.get(name).asText();
            switch (name) {
                case "channel" -> channel = value;
                case "after" -> after = Durations.parse(value);
                case "unless" -> unless = unless(value);
                default ->
                    throw new IllegalArgumentException(name + ": unknown key (expected: channel, after and unless)");
            }
        }
        if (channel == null) {
            throw new IllegalArgumentException(
                    node + " (expected: a channel, or { channel: rm-task, after: 2h, unless: opened })");
        }
        return new Rung(channel, after, unless);
    }

    private static Unless unless(String value) {
        for (Unless unless : Unless.values()) {
            if (unless.name().toLowerCase(Locale.ROOT).equals(value)) {
                return unless;
            }
        }
        throw new IllegalArgumentException("unless: " + value + " (expected: delivered, opened or clicked)");
    }
}
