package io.motengine.engine.release;

import io.motengine.engine.catalog.Catalog;
import io.motengine.engine.events.KnownEvents;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.List;

/** Checks the catalog; what it is used for is checked with the cards. */
final class CatalogCheck {
    static final String PRODUCTS = "catalog/products.yaml";
    static final String CHANNELS = "catalog/channels.yaml";
    static final String BENEFITS = "catalog/benefits.yaml";
    static final String CONTENT = "catalog/content.yaml";

    private final ReleaseFiles files;
    private final KnownEvents events;
    private final List<Finding> findings;

    CatalogCheck(ReleaseFiles files, KnownEvents events, List<Finding> findings) {
        this.files = files;
        this.events = events;
        this.findings = findings;
    }

    void check(Catalog catalog, List<String> forbiddenWords) {
        new ProductCheck(new EntryFindings(PRODUCTS, files, findings), catalog.products()).check();
        new ChannelCheck(new EntryFindings(CHANNELS, files, findings), catalog.channels()).check();
        EntryFindings benefits = new EntryFindings(BENEFITS, files, findings);
        catalog.benefits().values().forEach(benefit -> new BenefitCheck(benefits, events).check(benefit));
        EntryFindings content = new EntryFindings(CONTENT, files, findings);
        ContentCheck texts = new ContentCheck(content, catalog.channels().keySet(), forbiddenWords);
        catalog.content().values().forEach(texts::check);
    }
}
