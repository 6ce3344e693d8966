package io.motengine.engine.rules;

import java.util.List;
import java.util.Set;
import org.drools.model.EntryPoint;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Query;
import org.drools.model.Rule;
import org.drools.model.TypeMetaData;

/** A compiled package less some of its rules. */
final class ModelWithout implements Model {
    private final Model model;
    private final List<Rule> rules;

    ModelWithout(Model model, Set<String> without) {
        this.model = model;
        this.rules = model.getRules().stream()
                .filter(rule -> !without.contains(rule.getName()))
                .toList();
    }

    @Override
    public List<Rule> getRules() {
        return rules;
    }

    @Override
    public String getName() {
        return model.getName();
    }

    @Override
    public String getPackageName() {
        return model.getPackageName();
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface is declared so
    public List<Global> getGlobals() {
        return model.getGlobals();
    }

    @Override
    public List<Query> getQueries() {
        return model.getQueries();
    }

    @Override
    public List<TypeMetaData> getTypeMetaDatas() {
        return model.getTypeMetaDatas();
    }

    @Override
    public List<EntryPoint> getEntryPoints() {
        return model.getEntryPoints();
    }
}
