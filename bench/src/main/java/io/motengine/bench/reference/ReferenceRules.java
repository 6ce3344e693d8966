package io.motengine.bench.reference;

import io.motengine.bench.Home;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What made the rules and cards of {@code bench/reference}, which are committed so that people can read them; a test says that they are
 * still equal. What declares (features, patterns, catalog, policy, life cycle, scorecards) was written by hand.
 */
public final class ReferenceRules {
    private ReferenceRules() {}

    /** Path to text. */
    public static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        strata().forEach(rules -> files.putAll(rules.files()));
        files.putAll(Cards.files());
        return files;
    }

    /** The reference release with so many cards: fewer of its own, or all of them and others that answer the same moments. */
    public static ReleaseFiles withCards(int cards) {
        Map<String, String> files = new TreeMap<>(Home.referenceRelease().files());
        files.keySet().removeIf(path -> path.startsWith("strategies/"));
        files.putAll(Cards.files(cards));
        return new ReleaseFiles(files);
    }

    /** Rules written in DRL, and one for each card: the compiler turns a card's moment and audience into a rule. */
    public static int count() {
        return strata().stream().mapToInt(Rules::count).sum() + Cards.files().size();
    }

    /** Of these, how many a posting is one of the facts of. */
    static int countOnTransactions() {
        return TransactionMoments.rules().count();
    }

    private static List<Rules> strata() {
        return List.of(
                Segments.segments(),
                Segments.stages(),
                TransactionMoments.rules(),
                OtherMoments.clicks(),
                OtherMoments.patterns(),
                OtherMoments.changes());
    }

    /** Writes them into the folder of the release. */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path path = Path.of(arguments[0]).resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
