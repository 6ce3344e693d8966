package io.motengine.engine.rules;

import io.motengine.engine.release.FindingCode;
import io.motengine.engine.release.ReleaseException;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.walls.AllowedMembers;
import io.motengine.engine.walls.ClassWall;
import io.motengine.engine.walls.ClassWall.Breach;
import io.motengine.engine.walls.Wall;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.drools.model.Model;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieContainer;

/** Compiles rule texts to an executable model. */
public final class RuleCompiler {
    /** Package of the classes that a release generates. */
    public static final String FACTS_PACKAGE = "mot.facts";

    private final String releaseId;
    private final FactClasses facts;
    private final List<Finding> findings;
    private final Set<Wall> walls;
    private final Map<String, Place> places = new HashMap<>();

    /** Where a rule begins. */
    private record Place(String file, int line) {}

    /**
     * For one release.
     *
     * @param facts classes of the event types that the release declares
     */
    public RuleCompiler(String releaseId, FactClasses facts, List<Finding> findings) {
        this(releaseId, facts, findings, EnumSet.allOf(Wall.class));
    }

    /** With some of the walls, to show what each of them stops by itself. */
    RuleCompiler(String releaseId, FactClasses facts, List<Finding> findings, Set<Wall> walls) {
        this.releaseId = releaseId;
        this.facts = facts;
        this.findings = findings;
        this.walls = Set.copyOf(walls);
    }

    /**
     * Compiles.
     *
     * @param featuresSource Java source of the class {@code Features} in {@link #FACTS_PACKAGE}
     * @throws ReleaseException with all findings, the ones reported before included
     */
    public RuleSet compile(
            List<RuleSource> sources, String featuresSource, List<String> tiers, List<String> stages, int maxFirings)
            throws ReleaseException {
        Map<String, Set<String>> generated = new GeneratedFacts(facts, featuresSource).getters();
        AllowedMembers members = new AllowedMembers(generated);
        Set<String> types = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        for (RuleSource source : sources) {
            DrlReader reader = new DrlReader(source, walls.contains(Wall.SYNTAX) ? members : null, findings);
            reader.read();
            types.addAll(reader.types());
            for (Map.Entry<String, Integer> rule : reader.names().entrySet()) {
                String name = rule.getKey();
                places.putIfAbsent(name, new Place(source.file(), source.line() + rule.getValue()));
                if (!names.add(name)) {
                    findings.add(new Finding(
                            source.file(),
                            RuleProver.lineOf(name, source),
                            0,
                            "rule \"" + name + "\": found in two files (expected: a name of its own)",
                            FindingCode.DUPLICATE_RULE));
                }
            }
        }
        stopIfAnyFinding();
        try (RuleBuild build = new RuleBuild(releaseId, facts, featuresSource, sources)) {
            FactFields fields = new FactFields(featuresSource);
            report(build, fields);
            if (build.hasErrors() && findings.isEmpty()) {
                new Narrowing(part -> new RuleBuild(releaseId, facts, featuresSource, part), this::report, findings)
                        .find(sources, build, fields);
            }
            stopIfAnyFinding();
            if (walls.contains(Wall.BYTECODE)) {
                checkClasses(build, members, generated);
                stopIfAnyFinding();
            }
            return ruleSet(build, tiers, stages, types, names, maxFirings);
        }
    }

    /** What rules compile to, whatever they look like. Nothing of it has been loaded yet. */
    private void checkClasses(RuleBuild build, AllowedMembers members, Map<String, Set<String>> generated) {
        for (Breach breach : new ClassWall(members, generated.keySet()).check(build.classes())) {
            Place place = places.get(String.valueOf(breach.rule()));
            String rule = place == null ? "" : "rule \"" + breach.rule() + "\": ";
            findings.add(new Finding(
                    place == null ? "(rules)" : place.file(),
                    place == null ? 0 : place.line(),
                    0,
                    rule + "compiles to " + breach.what()
                            + " (expected: members of facts and values, and one conclusion)"));
        }
    }

    /** What is known to be wrong, as far as it is known where. */
    private void report(RuleBuild build, FactFields fields) {
        for (Message message : build.errors()) {
            RuleSource source = build.sourceOf(message);
            if (source != null) {
                String text = message.getText().strip();
                CompilerWords.Complaint complaint = new CompilerWords(source, fields).of(text);
                int line = complaint.line() > 0 ? complaint.line() : line(message, source);
                findings.add(new Finding(
                        source.file(), source.line() + line, 0, complaint.message(), FindingCode.DRL_TYPE));
            }
        }
    }

    /** Errors in constraints come without a line but with the constraint: it says where it stands. */
    private static int line(Message message, RuleSource source) {
        if (message.getLine() > 0) {
            return message.getLine();
        }
        String constraint = message.getText()
                .substring(message.getText().lastIndexOf(": ") + 1)
                .strip();
        List<String> lines = source.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!constraint.isEmpty() && lines.get(i).contains(constraint)) {
                return i + 1;
            }
        }
        return 1;
    }

    private RuleSet ruleSet(
            RuleBuild build,
            List<String> tiers,
            List<String> stages,
            Set<String> types,
            Set<String> names,
            int maxFirings) {
        KieContainer container = build.container();
        try {
            ClassLoader loader = container.getClassLoader();
            Class<?> features = loader.loadClass(FACTS_PACKAGE + ".Features");
            List<Model> models = new ArrayList<>();
            for (String modelClass : build.modelClasses()) {
                models.add((Model)
                        loader.loadClass(modelClass).getDeclaredConstructor().newInstance());
            }
            return new RuleSet(models, features, tiers, stages, types, names, maxFirings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled rules cannot be loaded: " + e, e);
        } finally {
            container.dispose();
        }
    }

    private void stopIfAnyFinding() throws ReleaseException {
        if (!findings.isEmpty()) {
            throw new ReleaseException(findings);
        }
    }
}
