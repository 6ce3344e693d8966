package io.motengine.cli.rules.test;

import io.motengine.cli.rules.RulesDirectory;
import io.motengine.cli.screen.Stages;
import io.motengine.cli.screen.Terminal;
import io.motengine.engine.release.Release;
import io.motengine.engine.scenarios.Coverage;
import io.motengine.engine.scenarios.Scenario;
import io.motengine.engine.scenarios.ScenarioResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mot rules test}. */
@Command(
        name = "test",
        description = "Plays the scenarios of a folder of rules, shows what came otherwise than expected, and what no"
                + " scenario touches.",
        mixinStandardHelpOptions = true)
public final class TestCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "DIR", description = "Folder of rules; else that of this checkout.")
    private Path directory;

    @Option(
            names = "--only",
            paramLabel = "<name>",
            description = "Only scenarios with this in their name; may be repeated.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--update", description = "Rewrite what is expected; read the difference before you keep it.")
    private boolean update;

    @Option(names = "--format", paramLabel = "<format>", defaultValue = "human", description = "human or json.")
    private Format format;

    /** How the result is printed. */
    enum Format {
        HUMAN,
        JSON;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean human = format == Format.HUMAN;
        Terminal terminal = human ? Terminal.current() : new Terminal(false, 0);
        Stages stages = new Stages(System.out, terminal);
        RulesDirectory rules = RulesDirectory.of(directory, "DIR");
        ScenarioFolders folders = new ScenarioFolders(rules.path());
        List<Scenario> scenarios = folders.read(only);
        stages.doing("compiling the rules");
        Release release = rules.compile();
        List<ScenarioResult> results = ScenarioRun.play(scenarios, release, stages);
        List<Path> rewritten = List.of();
        if (update) {
            rewritten = folders.update(scenarios, results);
            results = ScenarioRun.play(folders.read(only), release, stages);
        }
        Coverage coverage = only.isEmpty() ? Coverage.of(release, results) : null;
        if (terminal.interactive()) {
            stages.done("");
        }
        if (human) {
            out.println("rules %s, release %s".formatted(rules.path(), release.id()));
            new TestReport(out, terminal.interactive()).print(results, coverage, rewritten);
        } else {
            out.println(JsonTestReport.of(release.id(), results, coverage, rewritten));
        }
        out.flush();
        return results.stream().allMatch(ScenarioResult::isWell) ? 0 : 1;
    }
}
