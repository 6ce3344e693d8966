package io.motengine.engine.release;

import com.fasterxml.jackson.core.type.TypeReference;
import io.motengine.engine.benefits.Thresholds;
import io.motengine.engine.catalog.Catalog;
import io.motengine.engine.events.BaseCurrency;
import io.motengine.engine.events.DeclaredEvents;
import io.motengine.engine.events.KnownEvents;
import io.motengine.engine.features.Aggregate;
import io.motengine.engine.features.FeaturePlan;
import io.motengine.engine.features.FeatureSet;
import io.motengine.engine.features.FeatureSpec;
import io.motengine.engine.goals.GoalSet;
import io.motengine.engine.governance.ActionComposer;
import io.motengine.engine.lifecycle.LifeCycleSpec;
import io.motengine.engine.lifecycle.LifeCycles;
import io.motengine.engine.patterns.PatternSet;
import io.motengine.engine.patterns.PatternSpec;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.rules.RuleCompiler;
import io.motengine.engine.rules.RuleSet;
import io.motengine.engine.rules.RuleSource;
import io.motengine.engine.rules.Stratum;
import io.motengine.engine.scorecards.ScorecardSet;
import io.motengine.engine.scorecards.ScorecardSpec;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.engine.time.DatesOf;
import io.motengine.engine.time.Ticks;
import io.motengine.engine.time.WorkingDays;
import io.motengine.engine.view.CustomerViews;
import io.motengine.engine.waves.WaveSet;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.money.Currencies;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Turns the files of a release into something that decides, or says file by file what is wrong with them. */
public final class ReleaseCompiler {
    /** What the engine itself looks at, whatever the rules do. */
    private static final Set<String> ALWAYS = Set.of(
            EventTypes.PROFILE_UPDATED,
            EventTypes.HOLDING_UPDATED,
            EventTypes.FEEDBACK,
            EventTypes.CUSTOMER_LISTED,
            EventTypes.CUSTOMER_LINKED,
            EventTypes.CUSTOMER_ERASED,
            EventTypes.MERGE_REQUESTED,
            EventTypes.GRANT_GIVEN,
            EventTypes.GRANT_DENIED,
            EventTypes.STOCK_CORRECTED,
            EventTypes.MERGE_HANDED_OVER,
            EventTypes.TIE_FORGOTTEN);

    private final ReleaseFiles files;
    private final List<Finding> findings = new ArrayList<>();

    private ReleaseCompiler(ReleaseFiles files) {
        this.files = files;
    }

    /**
     * Compiles a release; takes seconds for a thousand rules.
     *
     * @throws ReleaseException if anything in it is wrong, with every finding
     */
    public static Release compile(ReleaseFiles files) throws ReleaseException {
        return new ReleaseCompiler(files).compile();
    }

    /**
     * Reads and checks everything but the rules, which take most of the time.
     *
     * @throws ReleaseException if anything read so far is wrong
     */
    public static Draft draft(ReleaseFiles files) throws ReleaseException {
        return new ReleaseCompiler(files).draft();
    }

    /** Checks cards and content against what the rules conclude; all rules must compile. */
    public static void checkUses(Draft draft, ReleaseFiles files, List<Finding> findings) {
        new UseCheck(files, findings)
                .check(
                        draft.sources(),
                        draft.policy(),
                        draft.catalog(),
                        draft.cards(),
                        draft.variants(),
                        draft.lifeCycles());
    }

    private Draft draft() throws ReleaseException {
        Policy policy = one("policy.yaml", new TypeReference<>() {});
        Calendar calendar = one("calendar.yaml", new TypeReference<>() {});
        List<FeatureDeclaration> declared = listed(FeatureCheck.FILE, new TypeReference<>() {});
        List<PatternSpec> patterns = listed("patterns.yaml", new TypeReference<>() {});
        List<ScorecardSpec> scorecards = listed(ScorecardCheck.FILE, new TypeReference<>() {});
        Map<String, LifeCycleSpec> lifeCycles = lifeCycles();
        Catalog catalog = new CatalogReader(files, findings).read();
        Map<String, StrategyCard> cards = new CardReader(files, findings).read();
        KnownEvents events = events();
        new PolicyCheck(files, findings).check(policy, catalog, cards.keySet());
        new CatalogCheck(files, events, findings).check(catalog, policy == null ? List.of() : policy.forbiddenWords());
        List<FeatureSpec> features = new FeatureCheck(files, events::factOf, events.types(), findings).read(declared);
        new PatternCheck(files.files().get("patterns.yaml"), events.types(), events::factOf, findings).check(patterns);
        new CardCheck(files, events, findings).check(cards, catalog, policy == null ? List.of() : policy.stages());
        new CardsTogether(files, cards, findings).check();
        Map<String, Map<String, StrategyCard>> variants = new BranchReader(files, cards, catalog, findings).read();
        if (calendar != null) {
            new CalendarCheck(files, findings, usualDays(features)).check(calendar);
        }
        if (policy != null) {
            new ScorecardCheck(files, findings, ids(features), policy.tiers()).check(scorecards);
            if (files.files().containsKey(LifeCycleCheck.FILE)) {
                new LifeCycleCheck(files, findings).check(lifeCycles, policy.stages());
            }
        }
        if (policy == null || calendar == null || !findings.isEmpty()) {
            throw new ReleaseException(findings);
        }
        FeaturePlan plan = new FeaturePlan(
                features, events::factOf, calendar.zone(), policy.currency().base());
        plan.clash().ifPresent(both -> findings.add(FeatureCheck.clash(both)));
        return new Draft(
                policy,
                calendar,
                features,
                patterns,
                scorecards,
                lifeCycles,
                catalog,
                cards,
                variants,
                events,
                plan,
                ruleSources(cards));
    }

    private Release compile() throws ReleaseException {
        Draft draft = draft();
        Policy policy = draft.policy();
        Calendar calendar = draft.calendar();
        List<FeatureSpec> features = draft.features();
        List<PatternSpec> patterns = draft.patterns();
        Catalog catalog = draft.catalog();
        Map<String, StrategyCard> cards = draft.cards();
        KnownEvents events = draft.events();
        FeaturePlan plan = draft.plan();
        RuleSet rules = new RuleCompiler(files.id(), events.classes(), findings)
                .compile(
                        draft.sources(),
                        plan.source(RuleCompiler.FACTS_PACKAGE),
                        policy.tiers(),
                        policy.stages(),
                        policy.maxFirings());
        checkUses(draft, files, findings);
        if (!findings.isEmpty()) {
            throw new ReleaseException(findings);
        }
        Thresholds thresholds = new Thresholds(
                catalog.benefits().values(),
                events::factOf,
                Currencies.digits(policy.currency().base()));
        WaveSet waves = new WaveSet(cards.values(), events::factOf);
        FeatureSet figures = new FeatureSet(
                plan, rules.featuresType(), calendar.zone(), policy.time().correctionAllowance());
        return new Release(
                files.id(),
                listened(features, patterns, cards, catalog, rules, events),
                policy,
                calendar,
                catalog,
                cards,
                draft.variants(),
                events,
                figures,
                new PatternSet(patterns, events::factOf, policy.time().correctionAllowance()),
                new ScorecardSet(draft.scorecards(), policy.currency().base(), money(plan)),
                new LifeCycles(draft.lifeCycles()),
                rules,
                waves,
                new BaseCurrency(policy.currency().base(), policy.currency().rates()),
                new Ticks(calendar, waves, (feature, state, at) -> usualDay(figures, feature, state, at)),
                new DatesOf(calendar),
                WorkingDays.of(calendar),
                new GoalSet(cards.values(), events::factOf),
                thresholds,
                new ActionComposer(catalog, files.id()),
                new CustomerViews(policy, files.id(), thresholds));
    }

    /** What a broken declaration is about would only be reported as unknown everywhere else: so it stops here. */
    private KnownEvents events() throws ReleaseException {
        int before = findings.size();
        DeclaredEvents declared = DeclaredEvents.read(files, findings);
        if (findings.size() > before) {
            throw new ReleaseException(findings);
        }
        return declared.compile(files.id());
    }

    private List<RuleSource> ruleSources(Map<String, StrategyCard> cards) {
        List<RuleSource> sources = new ArrayList<>();
        for (Stratum stratum : Stratum.values()) {
            files.files().forEach((path, text) -> {
                if (path.startsWith(stratum.folder() + "/") && path.endsWith(".drl")) {
                    sources.add(new RuleSource(path, 0, stratum, text));
                }
            });
        }
        cards.values().forEach(card -> sources.add(new CardRule(card, files).source()));
        return sources;
    }

    private Map<String, LifeCycleSpec> lifeCycles() {
        String text = files.files().get(LifeCycleCheck.FILE);
        return text == null
                ? Map.of()
                : ReleaseYaml.read(
                                LifeCycleCheck.FILE, text, new TypeReference<Map<String, LifeCycleSpec>>() {}, findings)
                        .orElse(Map.of());
    }

    private static int usualDay(FeatureSet features, String feature, CustomerState state, long at) {
        return (Integer) features.at(at, state.features(), state.since()).value(feature);
    }

    private static Set<String> usualDays(List<FeatureSpec> features) {
        return ids(features.stream()
                .filter(feature -> feature.aggregate() == Aggregate.USUAL_DAY)
                .toList());
    }

    private static Set<String> ids(List<FeatureSpec> features) {
        return features.stream().map(feature -> String.valueOf(feature.id())).collect(Collectors.toSet());
    }

    /** Values that scorecards read as money. */
    private static Set<String> money(FeaturePlan features) {
        Set<String> money = new TreeSet<>(features.money());
        money.add("aum");
        return money;
    }

    private static Set<String> listened(
            List<FeatureSpec> features,
            List<PatternSpec> patterns,
            Map<String, StrategyCard> cards,
            Catalog catalog,
            RuleSet rules,
            KnownEvents events) {
        Set<String> listened = new TreeSet<>(ALWAYS);
        listened.addAll(catalog.listened());
        features.forEach(feature -> listened.add(feature.event()));
        cards.values().forEach(card -> listened.add(card.goal().event()));
        for (PatternSpec pattern : patterns) {
            pattern.steps().forEach(step -> listened.add(step.event()));
            if (pattern.unless() != null) {
                listened.add(pattern.unless().event());
            }
        }
        events.types().stream().filter(type -> rules.uses(events.factOf(type))).forEach(listened::add);
        return listened;
    }

    private <T> T one(String file, TypeReference<T> type) {
        String text = files.files().get(file);
        if (text == null) {
            findings.add(
                    new Finding(file, 0, 0, "missing (expected: every release has one)", FindingCode.MISSING_FILE));
            return null;
        }
        return ReleaseYaml.read(file, text, type, findings).orElse(null);
    }

    private <T> List<T> listed(String file, TypeReference<List<T>> type) {
        String text = files.files().get(file);
        return text == null
                ? List.of()
                : ReleaseYaml.read(file, text, type, findings).orElse(List.of());
    }

    /** Path to text of the files in a folder, sorted. */
    static Map<String, String> folder(ReleaseFiles files, String folder) {
        Map<String, String> found = new TreeMap<>();
        files.files().forEach((path, text) -> {
            if (path.startsWith(folder + "/") && path.endsWith(".yaml")) {
                found.put(path, text);
            }
        });
        return found;
    }
}
