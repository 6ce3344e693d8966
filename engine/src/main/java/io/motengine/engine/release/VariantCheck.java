package io.motengine.engine.release;

import io.motengine.engine.catalog.Catalog;
import io.motengine.engine.strategies.Rung;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.engine.strategies.StrategyCard.Range;
import io.motengine.engine.strategies.StrategyCard.Variation;
import io.motengine.engine.strategies.Variant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Checks a branch's variant against the limits that the card sets. */
final class VariantCheck {
    private final FileFindings file;
    private final Catalog catalog;

    VariantCheck(FileFindings file, Catalog catalog) {
        this.file = file;
        this.catalog = catalog;
    }

    /**
     * Checks one variant.
     *
     * @param card as it would run at the branch
     * @param at pointer of the entry
     */
    void check(Variant variant, StrategyCard headOffice, StrategyCard card, String at) {
        Variation may = headOffice.variation();
        if (!file.require(
                may != null, at + "/card", "card: " + headOffice.id(), "a card with a variation; this one has none")) {
            return;
        }
        file.require(
                variant.content() != null
                        || variant.benefit() != null
                        || variant.ladder() != null
                        || variant.priority() != null,
                at,
                "nothing that " + headOffice.id() + " changes",
                "one or more of content, benefit, ladder and priority");
        if (allowed(variant.content(), "content", may, at)) {
            named(
                    at + "/content",
                    "content",
                    variant.content(),
                    may.contents(),
                    catalog.content().keySet());
        }
        if (allowed(variant.benefit(), "benefit", may, at)) {
            named(
                    at + "/benefit",
                    "benefit",
                    variant.benefit(),
                    may.benefits(),
                    catalog.benefits().keySet());
        }
        if (allowed(variant.ladder(), "ladder", may, at)) {
            ladder(variant.ladder(), may.channels().isEmpty() ? headOffice.channels() : may.channels(), at);
            new LadderCheck(file, catalog.channels()).check(card, at + "/ladder");
        }
        if (allowed(variant.priority(), "priority", may, at)) {
            Range range = may.priority();
            file.require(
                    range == null || (card.priority() >= range.from() && card.priority() <= range.to()),
                    at + "/priority",
                    "priority: " + card.priority(),
                    "what the card allows, " + (range == null ? "" : range.from() + " to " + range.to()));
        }
    }

    private boolean allowed(Object value, String key, Variation may, String at) {
        return value != null
                && file.require(
                        may.may().contains(key),
                        at + "/" + key,
                        key + ", which the card keeps",
                        may.may().isEmpty() ? "no change" : "changes of " + String.join(", ", sorted(may.may())));
    }

    private void ladder(List<Rung> ladder, Set<String> channels, String at) {
        for (int i = 0; i < ladder.size(); i++) {
            String channel = ladder.get(i).channel();
            if (catalog.channels().containsKey(channel)) {
                file.known(at + "/ladder/" + i, "channel", channel, sorted(channels));
            }
        }
    }

    private void named(String at, String what, String name, Set<String> allowed, Collection<String> known) {
        file.known(at, what, name, sorted(allowed.isEmpty() ? known : allowed));
    }

    private static List<String> sorted(Collection<String> names) {
        return names.stream().sorted().toList();
    }
}
