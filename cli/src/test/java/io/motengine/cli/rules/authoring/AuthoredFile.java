package io.motengine.cli.rules.authoring;

import io.motengine.engine.catalog.Benefit;
import io.motengine.engine.catalog.Channel;
import io.motengine.engine.catalog.ContentText;
import io.motengine.engine.catalog.Product;
import io.motengine.engine.lifecycle.LifeCycleSpec;
import io.motengine.engine.patterns.PatternSpec;
import io.motengine.engine.release.Calendar;
import io.motengine.engine.release.Policy;
import io.motengine.engine.scorecards.ScorecardSpec;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.engine.strategies.Variant;
import java.util.List;

/**
 * A YAML file that authors write.
 *
 * @param schema name of its schema in {@code rules/.schemas}
 * @param files that it is for, as a pattern of paths in {@code rules}
 * @param type record of the file, or of one of its entries
 */
record AuthoredFile(String schema, String title, String files, Form form, Class<?> type) {
    enum Form {
        ONE,
        LIST,
        BY_KIND
    }

    static final List<AuthoredFile> ALL = List.of(
            new AuthoredFile("policy", "policy.yaml", "policy.yaml", Form.ONE, Policy.class),
            new AuthoredFile("calendar", "calendar.yaml", "calendar.yaml", Form.ONE, Calendar.class),
            new AuthoredFile("features", "features.yaml", "features.yaml", Form.LIST, feature()),
            new AuthoredFile("patterns", "patterns.yaml", "patterns.yaml", Form.LIST, PatternSpec.class),
            new AuthoredFile("scorecards", "scorecards.yaml", "scorecards.yaml", Form.LIST, ScorecardSpec.class),
            new AuthoredFile("lifecycle", "lifecycle.yaml", "lifecycle.yaml", Form.BY_KIND, LifeCycleSpec.class),
            new AuthoredFile("strategy", "A strategy card", "strategies/*.yaml", Form.ONE, StrategyCard.class),
            new AuthoredFile("branch", "A branch's variants", "branches/*.yaml", Form.LIST, Variant.class),
            new AuthoredFile("products", "catalog/products.yaml", "catalog/products.yaml", Form.LIST, Product.class),
            new AuthoredFile("channels", "catalog/channels.yaml", "catalog/channels.yaml", Form.LIST, Channel.class),
            new AuthoredFile("benefits", "catalog/benefits.yaml", "catalog/benefits.yaml", Form.LIST, Benefit.class),
            new AuthoredFile("content", "catalog/content.yaml", "catalog/content.yaml", Form.LIST, ContentText.class));

    /** Of the engine alone, so that it is looked up by name. */
    private static Class<?> feature() {
        try {
            return Class.forName("io.motengine.engine.release.FeatureDeclaration");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
