package io.motengine.engine.rules;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;

/** Compiled rules: immutable and shared; sessions are made from it. */
public final class RuleSet {
    private static final int MAX_VARIANTS = 64;

    private final List<Model> models;
    private final List<String> tiers;
    private final List<String> stages;
    private final Set<String> factTypes;
    /** By class: what is asked for every fact of every event must not take its name apart. */
    private final Map<Class<?>, Boolean> used = new ConcurrentHashMap<>();

    private final Set<String> names;
    private final Class<?> featuresType;
    private final int maxFirings;
    private final KieBase all;
    private final ConstraintIndex constraints;
    private final Supplier<Concluder> concluders;
    private final Map<Set<String>, KieBase> variants;

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
        this.all = KieBaseBuilder.createKieBaseFromModel(new OnePackage(this.models, Set.of()));
        this.constraints = new ConstraintIndex(this.models);
        Sieve sieve = new SieveBuilder(featuresType, this.factTypes).build(this.models);
        this.concluders = () -> new Sifting(sieve, this.tiers, this.stages, maxFirings);
        this.variants = new LinkedHashMap<>(16, 0.75f, true);
    }

    private RuleSet(RuleSet rules, Supplier<Concluder> concluders) {
        this.models = rules.models;
        this.tiers = rules.tiers;
        this.stages = rules.stages;
        this.factTypes = rules.factTypes;
        this.names = rules.names;
        this.featuresType = rules.featuresType;
        this.maxFirings = rules.maxFirings;
        this.all = rules.all;
        this.constraints = rules.constraints;
        this.concluders = concluders;
        this.variants = new LinkedHashMap<>(16, 0.75f, true);
    }

    /**
     * The same rules, of which somebody else says what they conclude.
     *
     * @param concluders makes one for each thread
     */
    public RuleSet saidBy(Supplier<Concluder> concluders) {
        return new RuleSet(this, concluders);
    }

    /** Whether any rule has a pattern on this type. */
    public boolean uses(Class<?> factType) {
        return used.computeIfAbsent(factType, type -> factTypes.contains(type.getSimpleName()));
    }

    /** The class of the {@code Features} fact, made from the declared features. */
    public Class<?> featuresType() {
        return featuresType;
    }

    /** Names of all rules, those of strategy cards included. */
    public Set<String> names() {
        return names;
    }

    /** All rules by stratum, then name. */
    List<String> inOrder() {
        return constraints.rulesInOrder();
    }

    /** A session without the rules given. */
    RuleSession session(Set<String> without, Consumer<String> fired) {
        return new RuleSession(
                without.isEmpty() ? all : variant(without), tiers, stages, constraints, maxFirings, fired);
    }

    /** For one thread: says of most events what the rules conclude, without a session. */
    public Concluder concluder() {
        return concluders.get();
    }

    /** The network without some rules: built in milliseconds, and kept because what failed once will fail again. */
    private synchronized KieBase variant(Set<String> without) {
        if (variants.size() > MAX_VARIANTS) {
            variants.remove(variants.keySet().iterator().next());
        }
        return variants.computeIfAbsent(Set.copyOf(without), rules -> {
            List<Model> fresh = models.stream().map(RuleSet::again).toList();
            return KieBaseBuilder.createKieBaseFromModel(new OnePackage(fresh, rules));
        });
    }

    /** Making a network turns the constraints of {@code forall} round, in the model: a model serves for one network. */
    private static Model again(Model model) {
        try {
            // By a handle: the loader of what is generated shows nothing that reflection needs when it is used often.
            return (Model) MethodHandles.publicLookup()
                    .findConstructor(model.getClass(), MethodType.methodType(void.class))
                    .invoke();
        } catch (Throwable e) {
            throw new IllegalStateException(model.getName() + " cannot be made again: " + e, e);
        }
    }
}
