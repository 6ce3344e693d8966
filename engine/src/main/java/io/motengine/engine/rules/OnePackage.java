package io.motengine.engine.rules;

import io.motengine.engine.facts.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.model.Condition;
import org.drools.model.Consequence;
import org.drools.model.DSL;
import org.drools.model.EntryPoint;
import org.drools.model.Global;
import org.drools.model.Model;
import org.drools.model.Query;
import org.drools.model.Rule;
import org.drools.model.TypeMetaData;
import org.drools.model.View;
import org.drools.model.patterns.CompositePatterns;
import org.drools.model.patterns.PatternImpl;

/**
 * Some compiled packages as one, less some of their rules. Drools makes the network of its first package at one stroke, but of every
 * further one rule by rule, splitting what is there; and a network that has been split may not fire a rule that it should, as
 * long as its session is new.
 */
final class OnePackage implements Model {
    private static final String NAME = "mot.rules";

    private final List<Model> models;
    private final List<Rule> rules;

    OnePackage(List<Model> models, Set<String> without) {
        this.models = List.copyOf(models);
        this.rules = models.stream()
                .flatMap(model -> model.getRules().stream())
                .filter(rule -> !without.contains(rule.getName()))
                .<Rule>map(rule -> new OneOfAll(rule, anchored(rule.getView())))
                .toList();
    }

    @Override
    public List<Rule> getRules() {
        return rules;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getPackageName() {
        return NAME;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface is declared so
    public List<Global> getGlobals() {
        return models.stream()
                .flatMap(model -> model.getGlobals().stream())
                .limit(1)
                .toList();
    }

    @Override
    public List<Query> getQueries() {
        return List.of();
    }

    @Override
    public List<TypeMetaData> getTypeMetaDatas() {
        return models.stream()
                .flatMap(model -> model.getTypeMetaDatas().stream())
                .toList();
    }

    @Override
    public List<EntryPoint> getEntryPoints() {
        return List.of();
    }

    /**
     * With the customer first, where no fact comes first. What a rule such as {@code when not Holding()} waits for is true of an empty
     * session: it would fire for one event and then for no other.
     */
    private static View anchored(View when) {
        if (!(when instanceof CompositePatterns all)
                || all.getSubConditions().get(0).getType() == Condition.Type.PATTERN) {
            return when;
        }
        List<Condition> conditions = new ArrayList<>();
        conditions.add(new PatternImpl<>(DSL.declarationOf(Customer.class)));
        conditions.addAll(all.getSubConditions());
        return new CompositePatterns(all.getType(), conditions);
    }

    /** A rule, as if it had been written in that package. */
    private record OneOfAll(Rule rule, View view) implements Rule {
        @Override
        public String getPackage() {
            return NAME;
        }

        @Override
        public String getName() {
            return rule.getName();
        }

        @Override
        public View getView() {
            return view;
        }

        @Override
        public Consequence getDefaultConsequence() {
            return rule.getDefaultConsequence();
        }

        @Override
        public Map<String, Consequence> getConsequences() {
            return rule.getConsequences();
        }

        @Override
        public <T> T getAttribute(Attribute<T> attribute) {
            return rule.getAttribute(attribute);
        }

        @Override
        public Map<String, Object> getMetaData() {
            return rule.getMetaData();
        }

        @Override
        public Object getMetaData(String key) {
            return rule.getMetaData(key);
        }

        @Override
        public String getUnit() {
            return rule.getUnit();
        }
    }
}
