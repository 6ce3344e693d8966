package io.motengine.engine.check;

import io.motengine.engine.features.FeatureSpec;
import io.motengine.engine.patterns.PatternSpec;
import io.motengine.engine.release.Draft;
import io.motengine.engine.release.FindingCode;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.rules.ReadPattern;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is declared and never asked for: each of them costs every customer's record, or somebody's time. */
final class UnusedLint {
    private final Draft draft;
    private final ReleaseFiles files;
    private final List<ReadPattern> patterns;
    private final List<Finding> findings;

    UnusedLint(Draft draft, ReleaseFiles files, List<ReadPattern> patterns, List<Finding> findings) {
        this.draft = draft;
        this.files = files;
        this.patterns = patterns;
        this.findings = findings;
    }

    void check() {
        StringBuilder asking = new StringBuilder();
        files.files().forEach((path, text) -> {
            if (path.endsWith(".drl") || path.equals("scorecards.yaml") || path.equals("calendar.yaml")) {
                asking.append(text).append('\n');
            }
        });
        for (FeatureSpec feature : draft.features()) {
            // A feature has members that begin with its name, such as salaries90dComplete.
            unless(
                    asks(asking, feature.id()),
                    "features.yaml",
                    feature.id(),
                    "a rule, a scorecard or a wake that asks for it");
        }
        boolean any = patterns.stream().anyMatch(pattern -> pattern.fact().equals("CompletedPattern"));
        for (PatternSpec pattern : draft.patterns()) {
            unless(
                    any && asking.indexOf("\"" + pattern.id() + "\"") >= 0,
                    "patterns.yaml",
                    pattern.id(),
                    "a rule over CompletedPattern that asks for it");
        }
        Set<String> used = new TreeSet<>();
        Stream.concat(
                        draft.cards().values().stream(),
                        draft.variants().values().stream().flatMap(branch -> branch.values().stream()))
                .forEach(card -> contents(card, used));
        draft.catalog()
                .content()
                .keySet()
                .forEach(content ->
                        unless(used.contains(content), "catalog/content.yaml", content, "a card that sends it"));
    }

    /** Whether a word begins so. */
    private static boolean asks(StringBuilder texts, String word) {
        for (int at = texts.indexOf(word); at >= 0; at = texts.indexOf(word, at + 1)) {
            if (at == 0 || !Character.isJavaIdentifierPart(texts.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    private static void contents(StrategyCard card, Set<String> used) {
        used.add(String.valueOf(card.content()));
        if (card.variation() != null) {
            used.addAll(card.variation().contents());
        }
    }

    private void unless(boolean used, String file, String id, String expected) {
        if (!used) {
            findings.add(new Finding(
                    file,
                    lineOf(file, id),
                    0,
                    "id: " + id + ", which nothing uses (expected: " + expected + ")",
                    FindingCode.DECLARED_UNUSED));
        }
    }

    private int lineOf(String file, String id) {
        Pattern entry = Pattern.compile("\\bid:\\s*[\"']?" + Pattern.quote(id) + "(?![\\w-])");
        List<String> lines = files.files().getOrDefault(file, "").lines().toList();
        for (int line = 0; line < lines.size(); line++) {
            if (entry.matcher(lines.get(line)).find()) {
                return line + 1;
            }
        }
        return 1;
    }
}
