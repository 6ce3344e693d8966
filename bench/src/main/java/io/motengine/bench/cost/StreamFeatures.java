package io.motengine.bench.cost;

import io.motengine.bench.Home;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Releases for the stream of the benchmark that differ in the number of declared features alone: each event touches five, and the
 * others are about postings of categories that nobody has.
 */
public final class StreamFeatures {
    private static final String POSTING = "event: bank.transaction.posted.v1";
    private static final String CLICK = "event: app.click.v1";
    private static final List<String> TOUCHED = List.of(
            POSTING + ", aggregate: sum, of: amount, window: 30d, bucket: 1d",
            POSTING + ", aggregate: max, of: amount, window: 90d, bucket: 1d",
            POSTING + ", aggregate: count, window: 7d, bucket: 1d",
            POSTING + ", aggregate: distinct, of: category, window: 30d, bucket: 1d",
            POSTING + ", aggregate: last, of: amount, window: 90d, bucket: 1d",
            CLICK + ", aggregate: count, window: 24h, bucket: 1h",
            CLICK + ", aggregate: count, window: 30d, bucket: 1d",
            CLICK + ", aggregate: distinct, of: page, window: 7d, bucket: 1d",
            CLICK + ", aggregate: distinct, of: action, window: 7d, bucket: 1d",
            CLICK + ", aggregate: timeSinceLast, window: 90d, bucket: 1d");

    private StreamFeatures() {}

    /**
     * The reference release with other features.
     *
     * @param features ten or more, ten of which the stream touches
     */
    public static ReleaseFiles files(int features) {
        Map<String, String> files = new TreeMap<>(Home.referenceRelease().files());
        files.keySet().removeIf(CostRelease::isAboutFeatures);
        StringBuilder declared = new StringBuilder();
        for (int i = 0; i < features; i++) {
            declared.append(String.format("- { id: f%03d, ", i))
                    .append(i < TOUCHED.size() ? TOUCHED.get(i) : untouched(i))
                    .append(" }\n");
        }
        files.put("features.yaml", declared.toString());
        // Some that the stream touches are read for every event, and now and then one of them tells something.
        files.put("segments/figures.drl", """
                rule "much is done"
                when
                    Features( f002 >= 40 || f005 >= 20 || f007 >= 8 )
                then
                    conclude.segment("busy");
                end
                """);
        files.put("moments/large-inflow.drl", """
                rule "a large sum came in"
                when
                    $inflow : TransactionPosted( credit, amount.atLeast(20000) )
                then
                    conclude.moment("large-inflow").with("amount", $inflow.amount());
                end
                """);
        return new ReleaseFiles(files);
    }

    private static String untouched(int number) {
        return POSTING + ", where: { category: [" + CostRelease.category(number)
                + "] }, aggregate: count, window: 30d, bucket: 1d";
    }
}
