package io.motengine.engine.release;

import io.motengine.engine.catalog.Catalog;
import io.motengine.engine.events.KnownEvents;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.engine.strategies.StrategyCard.Goal;
import io.motengine.engine.strategies.StrategyCard.Validity;
import io.motengine.engine.strategies.StrategyCard.Waves;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Checks each strategy card by itself: what must be there, names that must exist, values that must make sense together. */
final class CardCheck {
    private final ReleaseFiles files;
    private final KnownEvents events;
    private final List<Finding> findings;

    CardCheck(ReleaseFiles files, KnownEvents events, List<Finding> findings) {
        this.files = files;
        this.events = events;
        this.findings = findings;
    }

    void check(Map<String, StrategyCard> cards, Catalog catalog, Collection<String> stages) {
        cards.values().forEach(card -> {
            FileFindings file = file(card.id());
            identity(card, file);
            moment(card, stages, file);
            references(card, catalog, file);
            numbers(card, file);
            times(card, file);
            goal(card.goal(), file);
            new LadderCheck(file, catalog.channels()).check(card);
            new VariationCheck(file, catalog).check(card);
        });
    }

    private FileFindings file(String card) {
        String path = CardReader.path(card);
        return new FileFindings(path, files.files().get(path), findings);
    }

    private static void identity(StrategyCard card, FileFindings file) {
        file.require(Bounds.kebab(card.id()), "/id", "id: " + card.id(), "kebab-case");
        file.require(!Bounds.blank(card.name()), "/name", "name: none", "in plain words");
        file.require(!Bounds.blank(card.owner()), "/owner", "owner: none", "the team that answers for it");
        file.require(
                card.variant() == null, "/variant", "variant: " + card.variant(), "no such key: branches vary cards");
    }

    private static void moment(StrategyCard card, Collection<String> stages, FileFindings file) {
        file.require(
                card.moment() != null || card.waves() != null,
                "/moment",
                "moment: none",
                "the moment it answers, or waves");
        file.require(
                card.moment() == null || card.waves() == null, "/waves", "waves: moment and waves", "one of the two");
        Waves waves = card.waves();
        if (waves != null) {
            file.known("/waves/stage", "stage", waves.stage(), stages);
            file.require(
                    !waves.days().isEmpty() && waves.days().stream().allMatch(day -> day >= 1 && day <= 3_660),
                    "/waves/days",
                    "days: " + waves.days(),
                    "one day or more, each from 1 to 3660");
        }
    }

    private static void references(StrategyCard card, Catalog catalog, FileFindings file) {
        file.known("/content", "content", card.content(), catalog.content().keySet());
        if (card.product() != null) {
            file.known("/product", "product", card.product(), catalog.products().keySet());
        }
        if (card.benefit() != null) {
            file.known("/benefit", "benefit", card.benefit(), catalog.benefits().keySet());
        }
    }

    private static void numbers(StrategyCard card, FileFindings file) {
        file.require(
                card.priority() >= 1 && card.priority() <= 100,
                "/priority",
                "priority: " + card.priority(),
                "1 to 100");
        file.require(
                Bounds.share(card.propensity()),
                "/propensity",
                "propensity: " + Bounds.text(card.propensity()),
                "a share, 0 to 1");
        file.require(card.value().signum() > 0, "/value", "value: " + Bounds.text(card.value()), "more than 0");
        if (card.holdOut() != null) {
            file.require(
                    Bounds.share(card.holdOut().share()),
                    "/holdOut/share",
                    "share: " + Bounds.text(card.holdOut().share()),
                    "a share, 0 to 1");
            file.require(!card.service(), "/holdOut", "holdOut: of a service message", "none; it is never withheld");
        }
    }

    private static void times(StrategyCard card, FileFindings file) {
        file.require(Bounds.positive(card.maxAge()), "/maxAge", "maxAge: " + Bounds.text(card.maxAge()), "a duration");
        file.require(
                Bounds.positive(card.expiresAfter()),
                "/expiresAfter",
                "expiresAfter: " + Bounds.text(card.expiresAfter()),
                "a duration");
        file.require(
                card.followUpAfter() == null || Bounds.positive(card.followUpAfter()),
                "/followUpAfter",
                "followUpAfter: " + Bounds.text(card.followUpAfter()),
                "a duration, or no such line");
        Validity valid = card.valid();
        if (file.require(
                valid != null,
                "/valid",
                "valid: none",
                "{ until: 2029-12-31 }, with from: too if it is not to begin at once")) {
            file.require(
                    valid.from() == null
                            || valid.until() == null
                            || !valid.until().isBefore(valid.from()),
                    "/valid",
                    "valid: from " + valid.from() + " until " + valid.until(),
                    "a day that lies within; this card is never valid");
        }
    }

    private void goal(Goal goal, FileFindings file) {
        if (!file.require(goal != null, "/goal", "goal: none", "the event that counts as success")) {
            return;
        }
        EventCheck check = new EventCheck(events, file::require);
        check.where("/goal/where", check.event("/goal/event", goal.event()), goal.where());
        file.require(goal.goalClass() != null, "/goal", "class: none", "scale, customers or fee-income");
        file.require(
                Bounds.positive(goal.within()), "/goal/within", "within: " + Bounds.text(goal.within()), "a duration");
    }
}
