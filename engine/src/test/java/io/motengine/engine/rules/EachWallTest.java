package io.motengine.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motengine.engine.facts.Customer;
import io.motengine.engine.facts.StageChanged;
import io.motengine.engine.release.ReleaseException;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.rules.RuleEvaluator.Evaluation;
import io.motengine.engine.walls.VisibleClasses;
import io.motengine.engine.walls.Wall;
import io.motengine.schemas.money.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What each wall stops with the others taken down. Ideas that Drools itself does not compile are none of theirs; the rest would
 * run, and some are made to, to be sure of it.
 */
final class EachWallTest {
    private static final String FEATURES =
            "package mot.facts; public final class Features { public Features() { } public long getNone() { return 0;"
                    + " } }";
    private static final ClassLoader EVERYTHING = EachWallTest.class.getClassLoader();
    private static final Facts.Stages STAYS = new Facts.Stages() {
        @Override
        public String next(String kind, Set<String> concluded) {
            return "";
        }

        @Override
        public boolean announces(String kind) {
            return false;
        }

        @Override
        public StageChanged change(String to) {
            throw new IllegalStateException("stays");
        }
    };

    @AfterEach
    void cleanUp() throws IOException {
        Files.deleteIfExists(HostileIdeas.FILE);
        System.clearProperty(HostileIdeas.PROPERTY);
    }

    /** Nothing if it compiles. */
    private static List<Finding> refused(List<RuleSource> sources, EnumSet<Wall> walls) {
        try {
            compile(sources, walls);
            return List.of();
        } catch (ReleaseException e) {
            return e.findings();
        }
    }

    private static RuleSet compile(List<RuleSource> sources, EnumSet<Wall> walls) throws ReleaseException {
        FactClasses facts = walls.contains(Wall.LOADER) ? FactClasses.NONE : new FactClasses(Map.of(), EVERYTHING);
        return new RuleCompiler("hostile", facts, new ArrayList<>(), walls)
                .compile(sources, FEATURES, List.of(), List.of(), 100);
    }

    private static boolean happened() {
        return Files.exists(HostileIdeas.FILE) || System.getProperty(HostileIdeas.PROPERTY) != null;
    }

    /** Evaluates over one customer; whatever comes of it. */
    private static Evaluation run(RuleSet rules) {
        Customer customer = new Customer(
                "c",
                "person",
                "",
                "",
                Set.of(),
                -1,
                -1,
                Money.zero("CNY"),
                0,
                0,
                "zh",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null);
        try (RuleEvaluator evaluator = new RuleEvaluator(rules, new RuleCounts())) {
            return evaluator.evaluate(new Facts(customer, List.of(), STAYS));
        }
    }

    /** Each idea as a rule of a file of its own, so that one build tells of all. */
    private static List<RuleSource> apart(HostilePlace place, Set<String> leftOut) {
        List<RuleSource> sources = new ArrayList<>();
        HostileIdeas.all().forEach((idea, expression) -> {
            if (!leftOut.contains(idea)) {
                RuleSource source = place.source(expression);
                String text = source.text().replace("\"hostile\"\n", "\"" + idea.replace("'", "") + "\"\n");
                sources.add(new RuleSource("moments/" + idea + ".drl", 0, source.stratum(), text));
            }
        });
        return sources;
    }

    @Test
    void theBytecodeAlone_stopsWhateverDroolsCompiles() {
        Set<String> notInWhen = Set.of(
                "standard output",
                "class of a value by property",
                "endless stream",
                "lambda",
                "method reference",
                "inline cast",
                "list of its own",
                "change of a fact",
                "the engine's variables",
                "the engine's context");
        Set<String> notInThen = Set.of(
                "class of a value by property",
                "method reference",
                "regular expression by operator",
                "sound of a text",
                "part of a text",
                "inline cast",
                "number bomb",
                "list of its own",
                "two levels up");
        assertThat(passedByTheBytecode(HostilePlace.CONSTRAINT, notInWhen))
                .as("ideas that only the syntax minds: they touch listed types alone")
                .containsExactlyInAnyOrder("cast", "instanceof", "two levels up");
        assertThat(passedByTheBytecode(HostilePlace.CONSEQUENCE, notInThen))
                .as("two variables that then has anyway")
                .containsExactlyInAnyOrder("cast", "instanceof", "the conclusion API", "the engine's variables");
        assertThat(HostileIdeas.all()).hasSize(65);
    }

    private static Set<String> passedByTheBytecode(HostilePlace place, Set<String> notCompiled) {
        List<RuleSource> sources = apart(place, notCompiled);
        Set<String> passed = new TreeSet<>(HostileIdeas.all().keySet());
        passed.removeAll(notCompiled);
        for (Finding finding : refused(sources, EnumSet.of(Wall.BYTECODE))) {
            assertThat(finding.message()).contains("compiles to ");
            assertThat(finding.line()).isEqualTo(1);
            passed.remove(finding.file().replaceAll("moments/|[.]drl", ""));
        }
        return passed;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function",
                "declare",
                "query",
                "attribute timer ( int: 0 1 )",
                "eval",
                "from a class",
                "then for (;;) { conclude.moment(\"x\"); }",
                "then conclude.moment(\"x\"); System.exit(1);",
                "then try { conclude.moment(\"x\"); } catch (Throwable e) { }",
                "then class Evil { } conclude.moment(\"x\");",
                "then kcontext.getKieRuntime().halt();",
                "a text that ends in generated code only",
                "quotes within quotes",
                "a name that ends a comment",
                "a name that begins a method"
            })
    void theBytecodeAlone_stopsWhatIsMoreThanRules(String idea) {
        assertThat(refused(List.of(text(idea)), EnumSet.of(Wall.BYTECODE)))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.message()).contains("compiles to "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file by Files",
                "process by Runtime",
                "socket",
                "JNDI",
                "thread",
                "timer",
                "system property",
                "class by name",
                "class of a value",
                "loader of a fact",
                "method handles",
                "scripts",
                "deserialization",
                "Drools' files",
                "clock"
            })
    void theLoaderAlone_stopsWhateverIsNotShown(String idea) {
        RuleSource source = HostilePlace.CONSTRAINT.source(HostileIdeas.all().get(idea));
        assertThat(refused(List.of(source), EnumSet.of(Wall.LOADER))).isNotEmpty();
    }

    /** Why the bytecode is looked at: these need no class that is not shown. */
    @ParameterizedTest
    @ValueSource(strings = {"randomness", "text bomb", "array bomb", "regular expression by method"})
    void theLoaderAlone_doesNotStopWhatListedClassesCanDo(String idea) {
        RuleSource source = HostilePlace.CONSTRAINT.source(HostileIdeas.all().get(idea));
        assertThat(refused(List.of(source), EnumSet.of(Wall.LOADER))).isEmpty();
    }

    /** Why the syntax is looked at: to the other walls these are rules as any. */
    @ParameterizedTest
    @ValueSource(
            strings = {"a join of everything", "alternatives of alternatives", "any object", "then conclude = null;"})
    void theSyntaxAlone_stopsWhatIsOnlyTooMuch(String idea) {
        assertThat(refused(List.of(text(idea)), EnumSet.of(Wall.BYTECODE, Wall.LOADER)))
                .isEmpty();
        assertThat(refused(List.of(text(idea)), EnumSet.of(Wall.SYNTAX))).isNotEmpty();
    }

    @Test
    void withoutWalls_ideasComeTrue() throws Exception {
        for (String idea : List.of("system property", "file by Files")) {
            RuleSource source =
                    HostilePlace.CONSTRAINT.source(HostileIdeas.all().get(idea));
            run(compile(List.of(source), EnumSet.noneOf(Wall.class)));
            assertThat(happened()).as(idea).isTrue();
            cleanUp();
        }
    }

    /** Drools' services are shown to the compiler, for a class that is never loaded; whoever else names them does not run. */
    @Test
    void theLoader_stopsAtRunTimeWhatTheCompilerHadToSee() throws Exception {
        RuleSource source = HostilePlace.CONSEQUENCE.source(HostileIdeas.all().get("Drools' services"));
        RuleSet rules = compile(List.of(source), EnumSet.of(Wall.LOADER));

        Evaluation evaluation = run(rules);

        assertThat(evaluation.verdict().moments()).isEmpty();
        assertThat(evaluation.quarantined()).hasSize(1);
        assertThat(evaluation.quarantined().get(0).message()).contains("org.kie.api.KieServices");
    }

    @Test
    void theLoader_showsNoResourceButClassFiles() throws Exception {
        VisibleClasses loader = new VisibleClasses(EVERYTHING);

        assertThat(loader.getResource("META-INF/MANIFEST.MF")).isNull();
        assertThat(loader.getResources("META-INF/MANIFEST.MF").hasMoreElements())
                .isFalse();
        assertThat(loader.getResourceAsStream("java/lang/Runtime.class")).isNull();
        assertThat(loader.getResource("java/lang/String.class")).isNotNull();
        assertThatThrownBy(() -> loader.loadClass("java.lang.Runtime")).isInstanceOf(ClassNotFoundException.class);
    }

    private static RuleSource text(String idea) {
        return HostileTexts.all().stream()
                .filter(text -> text.idea().equals(idea))
                .findFirst()
                .orElseThrow()
                .source();
    }
}
