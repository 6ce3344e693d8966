package io.motengine.engine.release;

import io.motengine.engine.catalog.Product;
import io.motengine.engine.governance.TierRules;
import io.motengine.engine.lifecycle.LifeCycleSpec;
import io.motengine.engine.rules.Audience;
import io.motengine.engine.strategies.StrategyCard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks whether anybody can be in a card's audience, and whether whoever is can be reached. */
final class AudienceCheck {
    private static final String AT = "/audience";

    private final Policy policy;
    private final Collection<String> segments;
    private final Map<String, Product> products;
    private final Map<String, LifeCycleSpec> lifeCycles;

    /**
     * A check.
     *
     * @param segments that rules conclude; null if any may be
     * @param lifeCycles by kind of customer; a kind without one may stand in any stage
     */
    AudienceCheck(
            Policy policy,
            Collection<String> segments,
            Map<String, Product> products,
            Map<String, LifeCycleSpec> lifeCycles) {
        this.policy = policy;
        this.segments = segments;
        this.products = products;
        this.lifeCycles = lifeCycles;
    }

    /** @param audience of the card, as the rule that it compiles to says it */
    void check(StrategyCard card, Audience audience, FileFindings file) {
        if (card.audience() == null) {
            return;
        }
        int before = file.count();
        words(audience, file);
        if (file.count() > before) {
            return;
        }
        stages(audience, Kinds.ALL, file);
        if (file.count() > before) {
            return;
        }
        AudienceBox box = new AudienceBox(policy.tiers(), policy.stages(), audience);
        String found = "audience: " + card.audience().strip();
        if (!file.require(
                box.possible(), AT, found, "one that somebody can be in; nobody is all of this", FindingCode.NOBODY)) {
            return;
        }
        if (card.waves() != null) {
            known("/waves/stage", box.values("kind"), card.waves().stage(), file);
        }
        Product product = card.product() == null ? null : products.get(card.product());
        file.require(
                card.service()
                        || product == null
                        || box.values("riskGrade").stream()
                                .anyMatch(grade -> Integer.parseInt(grade) >= product.riskGrade()),
                AT,
                found,
                "somebody who may be offered " + card.product()
                        + (product == null ? "" : ", graded R" + product.riskGrade()),
                FindingCode.NOBODY);
        reach(card, box.values("tier"), found, file);
    }

    private void words(Audience audience, FileFindings file) {
        if (audience instanceof Audience.All all) {
            all.parts().forEach(part -> words(part, file));
        } else if (audience instanceof Audience.Any any) {
            any.parts().forEach(part -> words(part, file));
        } else if (audience instanceof Audience.Compared compared) {
            Collection<String> known =
                    switch (compared.member()) {
                        case "tier" -> policy.tiers();
                        case "stage" -> policy.stages();
                        case "kind" -> Kinds.ALL;
                        case "segments" -> segments;
                        case "language" -> ContentCheck.LANGUAGES;
                        default -> null;
                    };
            if (known != null && !compared.literal().isEmpty()) {
                file.known(AT, compared.member(), compared.literal(), known);
            }
        }
    }

    /** Persons and companies have life cycles of their own: a stage must be one of those whom the audience is for. */
    private void stages(Audience audience, Collection<String> kinds, FileFindings file) {
        if (audience instanceof Audience.All all) {
            AudienceBox box = new AudienceBox(policy.tiers(), policy.stages(), audience);
            Set<String> narrowed = new TreeSet<>(kinds);
            narrowed.retainAll(box.possible() ? box.values("kind") : kinds);
            all.parts().forEach(part -> stages(part, narrowed.isEmpty() ? kinds : narrowed, file));
        } else if (audience instanceof Audience.Any any) {
            any.parts().forEach(part -> stages(part, kinds, file));
        } else if (audience instanceof Audience.Compared compared
                && compared.member().equals("stage")
                && !compared.literal().isEmpty()) {
            known(AT, kinds, compared.literal(), file);
        }
    }

    private void known(String at, Collection<String> kinds, String stage, FileFindings file) {
        Set<String> known = new TreeSet<>();
        kinds.forEach(kind -> known.addAll(stages(kind)));
        file.known(at, "stage of a " + String.join(" or ", new TreeSet<>(kinds)), stage, known);
    }

    private Collection<String> stages(String kind) {
        LifeCycleSpec declared = lifeCycles.get(kind);
        return declared == null
                ? policy.stages()
                : declared.stages().stream().map(LifeCycleSpec.Stage::stage).toList();
    }

    /** A tier's marketing goes by its own channels only: a ladder without any of them leads nowhere. */
    private void reach(StrategyCard card, Set<String> tiers, String found, FileFindings file) {
        if (card.service() || card.ladder().isEmpty()) {
            return;
        }
        List<String> shut = new ArrayList<>();
        for (String tier : tiers) {
            TierRules rules = policy.tierRules().get(tier);
            if (rules != null
                    && !rules.channels().isEmpty()
                    && card.channels().stream().noneMatch(rules.channels()::contains)) {
                shut.add(tier);
            }
        }
        file.require(
                shut.size() < tiers.size(),
                AT,
                found,
                "a tier that the ladder reaches; channels of the tier rules for "
                        + String.join(", ", new TreeSet<>(shut)) + " are others than "
                        + String.join(", ", card.channels()),
                FindingCode.NOBODY);
    }
}
