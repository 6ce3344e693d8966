package io.motengine.engine.release;

import io.motengine.engine.catalog.Channel;
import io.motengine.engine.strategies.Rung;
import io.motengine.engine.strategies.Rung.Unless;
import io.motengine.engine.strategies.StrategyCard;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks the ladder of a card or of a branch's variant. */
final class LadderCheck {
    /** What says that an action has come so far, or further. */
    private static final Map<Unless, Set<String>> REPORTS = Map.of(
            Unless.DELIVERED, Set.of("delivered", "opened", "clicked"),
            Unless.OPENED, Set.of("opened", "clicked"),
            Unless.CLICKED, Set.of("clicked"));

    private final FileFindings file;
    private final Map<String, Channel> channels;

    LadderCheck(FileFindings file, Map<String, Channel> channels) {
        this.file = file;
        this.channels = channels;
    }

    void check(StrategyCard card) {
        check(card, "/ladder");
    }

    /** @param at pointer of the ladder */
    void check(StrategyCard card, String at) {
        file.require(!card.ladder().isEmpty(), at, "ladder: none", "one channel or more");
        Set<String> seen = new HashSet<>();
        Duration waited = Duration.ZERO;
        for (int i = 0; i < card.ladder().size(); i++) {
            Rung rung = card.ladder().get(i);
            String here = at + "/" + i;
            if (file.known(here, "channel", rung.channel(), channels.keySet())) {
                purpose(card, rung.channel(), here);
            }
            file.require(
                    seen.add(rung.channel()), here, "channel: " + rung.channel() + ", the second time", "each once");
            if (rung.after() != null) {
                waited = waited.plus(rung.after());
                step(card, i, rung, waited, here + "/after");
            }
        }
    }

    /** What no channel before it ever says cannot keep a step from being taken. */
    private void unless(StrategyCard card, int rung, String here) {
        Rung step = card.ladder().get(rung);
        Set<String> telling = REPORTS.get(step.unless());
        for (int before = rung - 1; before >= 0; before--) {
            Rung earlier = card.ladder().get(before);
            Channel channel = channels.get(earlier.channel());
            if (channel != null && !channel.feedback().isEmpty() && Collections.disjoint(channel.feedback(), telling)) {
                file.require(
                        false,
                        here,
                        "unless: " + step.unless().name().toLowerCase(Locale.ROOT) + ", of which " + channel.id()
                                + " says nothing",
                        "what it reports; its feedback is " + String.join(", ", new TreeSet<>(channel.feedback())));
            }
            if (earlier.after() != null) {
                return;
            }
        }
    }

    private void purpose(StrategyCard card, String channel, String here) {
        file.require(
                channels.get(channel).takes(card.service()),
                here,
                "channel: " + channel + ", which is not for " + (card.service() ? "service messages" : "marketing"),
                "a channel that takes them");
    }

    private void step(StrategyCard card, int rung, Rung step, Duration waited, String here) {
        String found = "after: " + Bounds.text(step.after());
        if (file.require(rung > 0, here, found + " on the first channel", "no wait; there is nothing before it")
                && file.require(Bounds.positive(step.after()), here, found, "more than 0s")) {
            unless(card, rung, here);
            file.require(
                    card.expiresAfter() == null || waited.compareTo(card.expiresAfter()) < 0,
                    here,
                    found + ", when " + Bounds.text(waited) + " have passed",
                    "before the action expires, after " + Bounds.text(card.expiresAfter()));
        }
    }
}
