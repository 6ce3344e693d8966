package io.motengine.bench.check;

import io.motengine.bench.ReferenceRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The reference release with as many more cards as are asked for, and a moment for every two of them; no two audiences are alike. */
public final class ManyStrategies {
    private static final int CARDS_A_MOMENT = 2;
    private static final int YOUNGEST = 18;
    private static final List<String> AUDIENCES = List.of(
            "kind == \"person\", age >= %1$d, daysSinceOpening > %2$d",
            "tier in (\"B\", \"C\", \"mid-to-high-end\"), daysSinceOpening > %2$d",
            "stage == \"rising\" || stage == \"mature\", age >= %1$d, daysSinceOpening != %2$d",
            "riskGrade >= 2, age < %1$d, daysSinceOpening >= %2$d",
            "kind == \"person\", aum.atLeast(%2$d000)",
            "kind == \"company\", families > 1, daysSinceOpening > %2$d");

    private ManyStrategies() {}

    /** Path to text. */
    public static Map<String, String> files(int cards) throws IOException {
        Map<String, String> files = new TreeMap<>(ReferenceRelease.files().files());
        for (int i = 0; i < cards; i++) {
            int moment = i / CARDS_A_MOMENT;
            files.put("moments/many-%03d.drl".formatted(moment), moment(moment));
            files.put("strategies/many-%03d.yaml".formatted(i), card(i, moment));
        }
        return files;
    }

    /** The same as files in a folder. */
    public static void write(Map<String, String> files, Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    static String card(int number, int moment) {
        String audience = AUDIENCES.get(number % AUDIENCES.size()).formatted(YOUNGEST + number % 50, number + 1);
        return """
                id: many-%1$03d
                name: Strategy number %1$d
                owner: retail
                moment: many-%2$03d
                audience: %3$s
                content: advice
                priority: %4$d
                ladder: [app-push, sms]
                goal: { event: app.click.v1, class: customers, within: %5$dd }
                maxAge: 2h
                expiresAfter: 3d
                valid: { until: 2029-12-31 }
                """.formatted(number, moment, audience, 1 + number % 99, 1 + number % 30);
    }

    private static String moment(int number) {
        return """
                // Question: did money of kind %1$d come?
                // Owner: retail. Since: 2026-11.

                rule "money of kind %1$d came in"
                when
                    Customer( daysSinceOpening > %1$d )
                    Features( inflow30d.atLeast(%2$d) )
                    $inflow : TransactionPosted( credit, category == "kind-%1$d", amount.atLeast(%2$d) )
                then
                    conclude.moment("many-%1$03d").with("amount", $inflow.amount());
                end
                """.formatted(number, 500 + number);
    }
}
