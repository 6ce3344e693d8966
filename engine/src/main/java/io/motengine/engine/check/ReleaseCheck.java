package io.motengine.engine.check;

import io.motengine.engine.release.Draft;
import io.motengine.engine.release.FindingCode;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.release.ReleaseException;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.rules.Proofs;
import io.motengine.engine.rules.RuleCompiler;
import io.motengine.engine.rules.RuleProver;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Everything that can be said about a release without running it: what {@link ReleaseCompiler} refuses, in as many files as
 * possible at once, and what it would let pass although its author can hardly have meant it.
 */
public final class ReleaseCheck {
    private static final Set<FindingCode> UNREAD = EnumSet.of(
            FindingCode.MISSING_FILE, FindingCode.YAML_SYNTAX, FindingCode.UNKNOWN_KEY, FindingCode.WRONG_TYPE);

    private final ReleaseFiles files;
    private final Proofs proofs;
    private final Executor executor;
    private final int parts;

    /**
     * Of one release.
     *
     * @param executor runs parts of the work, {@code parts} of them at the same time
     */
    public ReleaseCheck(ReleaseFiles files, Proofs proofs, Executor executor, int parts) {
        this.files = files;
        this.proofs = proofs;
        this.executor = executor;
        this.parts = parts;
    }

    /** In the calling thread, with nothing remembered. */
    public static List<Finding> of(ReleaseFiles files) {
        return new ReleaseCheck(files, Proofs.NONE, Runnable::run, 1).findings();
    }

    /** Errors and warnings by file, line and column; each once. No error means that the release compiles. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try {
            rules(ReleaseCompiler.draft(files), findings);
        } catch (ReleaseException e) {
            findings.addAll(e.findings());
        }
        StyleLint.check(files, findings);
        if (findings.stream().anyMatch(finding -> UNREAD.contains(finding.code()))) {
            findings.removeIf(ReleaseCheck::followsFromAnother);
        }
        FindingColumns columns = new FindingColumns(files);
        return findings.stream()
                .map(columns::located)
                .distinct()
                .sorted(Comparator.comparing(Finding::file)
                        .thenComparing(Finding::line)
                        .thenComparing(Finding::column)
                        .thenComparing(Finding::message))
                .toList();
    }

    private void rules(Draft draft, List<Finding> findings) {
        CompletableFuture<List<Finding>> uses = beside(found -> ReleaseCompiler.checkUses(draft, files, found));
        CompletableFuture<List<Finding>> lints = beside(found -> UseLint.check(draft, files, found));
        new RuleProver(files.id(), draft.events().classes(), draft.plan().source(RuleCompiler.FACTS_PACKAGE), proofs)
                .prove(draft.sources(), executor, parts, findings);
        // What rules conclude cannot be told as long as they are wrong.
        if (findings.isEmpty()) {
            findings.addAll(uses.join());
            findings.addAll(lints.join());
        }
    }

    private CompletableFuture<List<Finding>> beside(Consumer<List<Finding>> check) {
        return CompletableFuture.supplyAsync(
                () -> {
                    List<Finding> found = new ArrayList<>();
                    check.accept(found);
                    return found;
                },
                executor);
    }

    /** What stands in a file that could not be read is missed everywhere else. */
    private static boolean followsFromAnother(Finding finding) {
        return finding.code() == FindingCode.UNKNOWN_NAME && finding.expected().equals("none is declared");
    }

    /** Those that keep a release from being published. */
    public static Stream<Finding> errors(List<Finding> findings) {
        return findings.stream().filter(finding -> finding.code().severity() == FindingCode.Severity.ERROR);
    }
}
