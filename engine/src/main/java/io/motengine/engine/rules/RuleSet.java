package io.motengine.engine.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/** Compiled rules: immutable and shared; sessions are made from it. */
public final class RuleSet {
    private final List<Model> models;
    private final List<String> tiers;
    private final List<String> stages;
    private final Set<String> factTypes;
    private final Set<String> names;
    private final Class<?> featuresType;
    private final int maxFirings;
    private final KieBase all;

    RuleSet(
            List<Model> models,
            Class<?> featuresType,
            List<String> tiers,
            List<String> stages,
            Set<String> factTypes,
            Set<String> names,
            int maxFirings) {
        this.models = List.copyOf(models);
        this.featuresType = featuresType;
        this.tiers = List.copyOf(tiers);
        this.stages = List.copyOf(stages);
        this.factTypes = Set.copyOf(factTypes);
        this.names = Set.copyOf(names);
        this.maxFirings = maxFirings;
        this.all = KieBaseBuilder.createKieBaseFromModel(this.models);
    }

    /** Whether any rule has a pattern on this type. */
    public boolean uses(Class<?> factType) {
        return factTypes.contains(factType.getSimpleName());
    }

    /** The class of the {@code Features} fact, made from the declared features. */
    public Class<?> featuresType() {
        return featuresType;
    }

    /** Names of all rules, those of strategy cards included. */
    public Set<String> names() {
        return names;
    }

    /** A session without the rules given; the network is built anew, which takes milliseconds. */
    RuleSession session(Set<String> without) {
        if (without.isEmpty()) {
            return new RuleSession(all, tiers, stages, names, maxFirings);
        }
        List<Model> rest = new ArrayList<>();
        for (Model model : models) {
            rest.add(new ModelWithout(model, without));
        }
        return new RuleSession(KieBaseBuilder.createKieBaseFromModel(rest), tiers, stages, names, maxFirings);
    }
}
