package io.motengine.bench.cost;

import io.motengine.bench.ReferenceRelease;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.release.ReleaseException;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Releases that differ in the number of declared features alone, and in how many of them an event touches. */
final class CostRelease {
    /** Features that look at events of one category, unless all look at all. */
    static final int TOUCHED = 5;

    private CostRelease() {}

    /** @param touchesAll whether each event touches every feature; else {@link #TOUCHED} of them */
    static Release of(int features, boolean touchesAll) throws IOException {
        Map<String, String> files = new TreeMap<>(ReferenceRelease.files().files());
        files.keySet().removeIf(CostRelease::isAboutFeatures);
        StringBuilder declared = new StringBuilder();
        for (int i = 0; i < features; i++) {
            declared.append(declaration(i, touchesAll)).append('\n');
        }
        files.put("features.yaml", declared.toString());
        files.put("segments/first.drl", """
                rule "a figure is read"
                when
                    Features( f000 >= 1000000 )
                then
                    conclude.segment("busy");
                end
                """);
        try {
            return ReleaseCompiler.compile(new ReleaseFiles(files));
        } catch (ReleaseException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    static String category(int number) {
        return "category-" + number;
    }

    static boolean isAboutFeatures(String path) {
        // Cards go with the rules that raise their moments.
        return path.equals("scorecards.yaml")
                || path.equals("patterns.yaml")
                || path.endsWith(".drl")
                || path.startsWith("strategies/")
                || path.startsWith("branches/");
    }

    /** Each its own series: no two have the same filter. */
    private static String declaration(int number, boolean touchesAll) {
        String category = touchesAll ? "" : "category: [" + category(number / TOUCHED) + "], ";
        return String.format(
                "- { id: f%03d, event: bank.transaction.posted.v1, where: { %samount: { atLeast: %d } }, "
                        + "aggregate: count, window: 30d, bucket: 1d }",
                number, category, touchesAll ? number : number % TOUCHED);
    }
}
