package io.motengine.engine.release;

import io.motengine.engine.catalog.Catalog;
import io.motengine.engine.lifecycle.LifeCycleSpec;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.rules.Audience;
import io.motengine.engine.rules.Conclusion;
import io.motengine.engine.rules.ConclusionReader;
import io.motengine.engine.rules.RuleSource;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.List;
import java.util.Map;

/** Checks cards and content against what the rules conclude. Rules that do not compile are reported first. */
final class UseCheck {
    private final ReleaseFiles files;
    private final List<Finding> findings;

    UseCheck(ReleaseFiles files, List<Finding> findings) {
        this.files = files;
        this.findings = findings;
    }

    void check(
            List<RuleSource> rules,
            Policy policy,
            Catalog catalog,
            Map<String, StrategyCard> cards,
            Map<String, Map<String, StrategyCard>> variants,
            Map<String, LifeCycleSpec> lifeCycles) {
        List<Conclusion> conclusions = ConclusionReader.read(rules);
        MomentsRaised.check(conclusions, policy, findings);
        MomentsRaised moments = new MomentsRaised(conclusions, policy.stages());
        AudienceCheck audiences = new AudienceCheck(policy, moments.segments(), catalog.products(), lifeCycles);
        ContentUseCheck content =
                new ContentUseCheck(new EntryFindings(CatalogCheck.CONTENT, files, findings), catalog, moments);
        cards.values().forEach(card -> {
            String path = CardReader.path(card.id());
            FileFindings file = new FileFindings(path, files.files().get(path), findings);
            if (card.waves() == null) {
                file.known("/moment", "moment", card.moment(), moments.names(), FindingCode.MOMENT_NOT_RAISED);
            }
            audiences.check(card, Audience.of(new CardRule(card, files).source()), file);
            content.check(card);
        });
        variants.values().forEach(branch -> branch.values().forEach(content::check));
    }
}
