package io.motengine.cli.rules.check;

import io.motengine.cli.Home;
import io.motengine.cli.Refusal;
import io.motengine.cli.screen.Terminal;
import io.motengine.engine.check.ReleaseCheck;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.rules.Proofs;
import io.motengine.engine.rules.RuleProver;
import io.motengine.schemas.hash.Sha256;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mot rules check}. */
@Command(
        name = "check",
        description = "Compiles everything in a release and says what is wrong with it, where, and what was meant."
                + " Exits 0 without errors, 1 with some.",
        mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "DIR", description = "Folder of the release; else rules of this checkout.")
    private Path directory;

    @Option(
            names = "--format",
            paramLabel = "<format>",
            description = "human (default), json, or sarif for CI: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.human;

    @Option(names = "--strict", description = "Exit 1 with warnings, too.")
    private boolean strict;

    @Option(names = "--no-cache", description = "Compile every rule, even those that are known to be right.")
    private boolean noCache;

    @Option(
            names = "--cache",
            paramLabel = "<dir>",
            description = "Where what is known to be right is kept; else .mot/cache of this checkout.")
    private Path cache;

    @Spec
    private CommandSpec spec;

    enum Format {
        human,
        json,
        sarif
    }

    @Override
    public Integer call() throws IOException {
        Path from = directory == null ? Home.path("rules") : directory;
        ExecutorService executor = threads();
        try {
            return check(from, executor);
        } finally {
            executor.shutdownNow();
        }
    }

    private int check(Path from, ExecutorService executor) throws IOException {
        ReleaseFiles files;
        try {
            files = ReleaseFiles.read(from);
        } catch (IOException e) {
            throw new Refusal(e.getMessage(), e);
        }
        List<Finding> findings = findings(files, executor);
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case json -> out.println(JsonReport.of(files, findings));
            case sarif -> out.println(SarifReport.of(from, findings));
            default -> new HumanReport(files, from, colours()).of(findings).forEach(out::println);
        }
        out.flush();
        boolean wrong = strict
                ? !findings.isEmpty()
                : ReleaseCheck.errors(findings).findAny().isPresent();
        return wrong ? 1 : 0;
    }

    private List<Finding> findings(ReleaseFiles files, ExecutorService executor) throws IOException {
        ProofFile kept = noCache ? null : ProofFile.open(cache == null ? Home.path(".mot/cache") : cache);
        String whole = Sha256.hex("release " + files.id());
        if (kept == null || !kept.has(whole)) {
            executor.execute(RuleProver::warmUp);
        }
        try (Waiting waiting = new Waiting(
                spec.commandLine().getErr(), Terminal.current(), files.files().size())) {
            waiting.begin();
            int parts = Runtime.getRuntime().availableProcessors();
            List<Finding> findings =
                    new ReleaseCheck(files, kept == null ? Proofs.NONE : kept, executor, parts).findings();
            if (kept != null) {
                if (ReleaseCheck.errors(findings).findAny().isEmpty()) {
                    kept.add(whole);
                }
                kept.save();
            }
            return findings;
        }
    }

    private static ExecutorService threads() {
        return Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "rules-check");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** As the convention of terminals has it: not if NO_COLOR is set. */
    private static boolean colours() {
        String no = System.getenv("NO_COLOR");
        return Terminal.current().interactive()
                && (no == null || no.toLowerCase(Locale.ROOT).isEmpty());
    }
}
