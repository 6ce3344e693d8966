package io.motengine.bench.layers;

import io.motengine.bench.ReferenceRelease;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.release.ReleaseException;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The reference rule set with a policy in which every kind of rule is switched on, and {@value #CARDS} cards that differ in moment,
 * audience, product, benefit, group, ladder, hold-out and caps.
 */
final class LayersRelease {
    static final int CARDS = 300;

    /** What moments with so many cards are raised by: a transaction of this category. */
    private static final List<Integer> SIZES = List.of(1, 5, 20);

    /** Cards of every moment that is not measured. */
    private static final int USUAL = 5;

    private static final String[] AUDIENCES = {
        null,
        "kind == \"person\"",
        "age >= 18",
        "kind == \"person\", riskGrade >= 1",
        "consents contains \"sms\"",
        "daysSinceOpening >= 0, language == \"zh\"",
        "relationshipManager != null"
    };
    private static final String[] OTHER_AUDIENCES = {
        "tier in (\"B\", \"C\")",
        "stage == \"honeymoon\"",
        "aum.atLeast(500000)",
        "families >= 3",
        "kind == \"company\""
    };
    private static final String[] PRODUCTS = {
        null, "smart-deposit", "steady-90", "growth-365", "gold-plan", "consumer-loan", "card-instalment"
    };
    private static final String[] LADDERS = {
        "[in-app, app-push, sms]",
        "[app-push, { channel: sms, after: 2h, unless: opened }]",
        "[wecom, app-push, { channel: rm-task, after: 1d, unless: clicked }]",
        "[sms]",
        "[rm-task, call-center]",
        "[in-app, app-push, lobby-tablet, sms]"
    };
    private static final String[] CONTENTS = {"salary-save", "salary-invest", "inflow-welcome", "inflow-wealth"};

    private final Map<String, String> files;
    private final StringBuilder caps = new StringBuilder();
    private int cards;

    private LayersRelease(Map<String, String> files) {
        this.files = files;
    }

    /** @param withCards whether there is any card; the moments are raised in any case */
    static Release compiled(boolean withCards) throws IOException {
        Map<String, String> files = new TreeMap<>(ReferenceRelease.files().files());
        files.putAll(own());
        LayersRelease release = new LayersRelease(files);
        release.cards = (int) files.keySet().stream()
                .filter(path -> path.startsWith("strategies/"))
                .count();
        release.addMoments();
        if (!withCards) {
            files.keySet().removeIf(path -> path.startsWith("strategies/"));
        } else {
            files.computeIfPresent(
                    "policy.yaml", (path, policy) -> policy.replace("  minGap", release.caps + "  minGap"));
        }
        try {
            return ReleaseCompiler.compile(new ReleaseFiles(files));
        } catch (ReleaseException e) {
            throw new IOException("the release with " + CARDS + " cards does not compile:\n" + e.getMessage(), e);
        }
    }

    /** The moment that so many cards answer, and the category of the transaction that raises it. */
    static String moment(int candidates) {
        return "with-" + candidates;
    }

    private static Map<String, String> own() throws IOException {
        URL policy = LayersRelease.class.getResource("/layers-release/policy.yaml");
        if (policy == null) {
            throw new IOException("layers-release: not on the class path");
        }
        try {
            return ReleaseFiles.read(Path.of(policy.toURI()).getParent()).files();
        } catch (URISyntaxException e) {
            throw new IOException(policy.toString(), e);
        }
    }

    private void addMoments() {
        for (int size : SIZES) {
            addMoment(moment(size), size, true);
        }
        for (int moment = 0; cards < CARDS; moment++) {
            addMoment("other-" + moment, Math.min(USUAL, CARDS - cards), false);
        }
    }

    private void addMoment(String moment, int answers, boolean forAll) {
        files.put("moments/" + moment + ".drl", """
                rule "%1$s has come"
                when
                    $posted : TransactionPosted( category == "%1$s" )
                then
                    conclude.moment("%1$s").with("amount", $posted.amount());
                end
                """.formatted(moment));
        for (int i = 0; i < answers; i++) {
            String audience = forAll ? of(AUDIENCES, i) : of(OTHER_AUDIENCES, i);
            addCard(moment, audience, cards++);
        }
    }

    private void addCard(String moment, String audience, int number) {
        String id = String.format("card-%03d", number);
        boolean service = number % 30 == 29;
        String product = of(PRODUCTS, number);
        StringBuilder card = new StringBuilder()
                .append("id: ")
                .append(id)
                .append('\n')
                .append("name: Card ")
                .append(number)
                .append('\n')
                .append("owner: bench\n")
                .append("moment: ")
                .append(moment)
                .append('\n')
                .append("content: ")
                .append(of(CONTENTS, number))
                .append('\n')
                .append("priority: ")
                .append(1 + number * 37 % 100)
                .append('\n')
                .append("propensity: 0.")
                .append(10 + number * 7 % 90)
                .append('\n')
                .append("value: ")
                .append(10 + number)
                .append('\n')
                .append("ladder: ")
                .append(of(LADDERS, number))
                .append('\n')
                .append("goal: { event: customer.holding.updated.v1, class: scale, within: 14d }\n")
                .append("maxAge: 2h\nexpiresAfter: 2d\n")
                .append("valid: { until: ")
                .append(number % 40 == 39 ? 2025 : 2099)
                .append("-12-31 }\n");
        line(card, "audience", audience);
        line(card, "product", product);
        line(card, "benefit", number % 9 == 4 ? number % 2 == 0 ? "coupon" : "welcome-points" : null);
        line(card, "group", number % 3 == 0 && !service ? "group-" + number % 20 : null);
        line(card, "supersedes", number % 12 == 5 ? "[loan-resume]" : null);
        line(card, "holdOut", number % 4 == 1 && !service ? "{ share: 0.05 }" : null);
        line(card, "service", service ? "true" : null);
        files.put("strategies/" + id + ".yaml", card.toString());
        if (number % 15 == 3) {
            caps.append("    - { most: 2, per: month, strategy: ").append(id).append(" }\n");
        }
    }

    private static void line(StringBuilder card, String key, String value) {
        if (value != null) {
            card.append(key).append(": ").append(value).append('\n');
        }
    }

    private static String of(String[] all, int number) {
        return all[number % all.length];
    }
}
