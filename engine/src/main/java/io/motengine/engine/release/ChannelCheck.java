package io.motengine.engine.release;

import io.motengine.engine.catalog.Channel;
import io.motengine.engine.catalog.Channel.Capacity;
import io.motengine.engine.catalog.Hours;
import io.motengine.schemas.event.Feedback;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks the channels of a catalog. */
final class ChannelCheck {
    private static final Set<String> OUTCOMES = Arrays.stream(Feedback.Outcome.values())
            .map(outcome -> outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.toCollection(TreeSet::new));

    private final EntryFindings findings;
    private final Map<String, Channel> channels;

    ChannelCheck(EntryFindings findings, Map<String, Channel> channels) {
        this.findings = findings;
        this.channels = new TreeMap<>(channels);
    }

    void check() {
        channels.values().forEach(this::check);
    }

    private void check(Channel channel) {
        String id = channel.id();
        findings.require(Bounds.kebab(id), id, "/id", "id: " + id, "kebab-case");
        findings.require(!Bounds.blank(channel.name()), id, "/name", "name: none", "in plain words");
        cost(id, "cost", channel.cost());
        cost(id, "costPerTenThousand", channel.costPerTenThousand());
        hours(id, channel.hours());
        capacity(id, channel.capacity());
        new TreeSet<>(channel.arrival())
                .forEach(kind -> findings.known(id, "/arrival", "arrival", kind, Channel.ARRIVALS));
        new TreeSet<>(channel.feedback())
                .forEach(outcome -> findings.known(id, "/feedback", "feedback", outcome, OUTCOMES));
        findings.require(
                channel.maxCharacters() >= 0,
                id,
                "/maxCharacters",
                "maxCharacters: " + channel.maxCharacters(),
                "1 or more, or no such line for no limit");
        if (channel.fallBack() != null
                && findings.known(id, "/fallBack", "fallBack", channel.fallBack(), channels.keySet())) {
            findings.require(
                    !inCircle(channel),
                    id,
                    "/fallBack",
                    "fallBack: " + channel.fallBack() + ", which leads back to " + id,
                    "a way that ends");
        }
    }

    private void cost(String id, String key, BigDecimal cost) {
        findings.require(cost.signum() >= 0, id, "/" + key, key + ": " + Bounds.text(cost), "0 or more");
    }

    private void hours(String id, Hours hours) {
        if (hours != null) {
            findings.require(
                    hours.from() != null
                            && hours.until() != null
                            && !hours.from().equals(hours.until()),
                    id,
                    "/hours",
                    "hours: from " + Bounds.text(hours.from()) + " until " + Bounds.text(hours.until()),
                    "two times that differ, such as \"09:00\" and \"17:00\"; no hours for always");
        }
    }

    private void capacity(String id, Capacity capacity) {
        if (capacity != null) {
            findings.require(
                    capacity.perDay() >= 1,
                    id,
                    "/capacity/perDay",
                    "perDay: " + capacity.perDay(),
                    "1 or more, or no capacity for no limit");
            findings.require(
                    capacity.retryAfter() == null || Bounds.positive(capacity.retryAfter()),
                    id,
                    "/capacity/retryAfter",
                    "retryAfter: " + Bounds.text(capacity.retryAfter()),
                    "more than 0s");
        }
    }

    private boolean inCircle(Channel start) {
        Set<String> seen = new HashSet<>();
        Channel channel = start;
        while (channel != null && channel.fallBack() != null && seen.add(channel.id())) {
            channel = channels.get(channel.fallBack());
        }
        return channel != null && channel.fallBack() != null && channel.id().equals(start.id());
    }
}
