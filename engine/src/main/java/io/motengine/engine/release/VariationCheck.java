package io.motengine.engine.release;

import io.motengine.engine.catalog.Catalog;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.engine.strategies.StrategyCard.Range;
import io.motengine.engine.strategies.StrategyCard.Variation;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Checks what a card lets branches change. */
final class VariationCheck {
    private static final List<String> KEYS = List.of("benefit", "content", "ladder", "priority");
    private static final String AT = "/variation";

    private final FileFindings file;
    private final Catalog catalog;

    VariationCheck(FileFindings file, Catalog catalog) {
        this.file = file;
        this.catalog = catalog;
    }

    void check(StrategyCard card) {
        Variation variation = card.variation();
        if (variation == null) {
            return;
        }
        file.require(!variation.may().isEmpty(), AT, "may: none", "what may change: " + String.join(", ", KEYS));
        names("may", variation.may(), KEYS);
        names("contents", variation.contents(), catalog.content().keySet());
        names("benefits", variation.benefits(), catalog.benefits().keySet());
        names("channels", variation.channels(), catalog.channels().keySet());
        limits(variation, "content", "contents", !variation.contents().isEmpty());
        limits(variation, "benefit", "benefits", !variation.benefits().isEmpty());
        limits(variation, "ladder", "channels", !variation.channels().isEmpty());
        limits(variation, "priority", "priority", variation.priority() != null);
        Range range = variation.priority();
        if (range != null) {
            file.require(
                    range.from() >= 1
                            && range.from() <= card.priority()
                            && card.priority() <= range.to()
                            && range.to() <= 100,
                    AT + "/priority",
                    "priority: " + range.from() + " to " + range.to(),
                    "within 1 to 100, and the card's own " + card.priority() + " within it");
        } else {
            file.require(!variation.may().contains("priority"), AT, "priority: none", "from and to, for it may change");
        }
    }

    private void names(String key, Set<String> names, Collection<String> known) {
        new TreeSet<>(names).forEach(name -> file.known(AT + "/" + key, key, name, known));
    }

    private void limits(Variation variation, String key, String limit, boolean given) {
        file.require(
                !given || variation.may().contains(key),
                AT + "/" + limit,
                limit + ": of " + key + ", which may not change",
                "may: [" + key + "], or no such limit");
    }
}
