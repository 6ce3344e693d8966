package io.motengine.bench.rules;

import io.motengine.bench.ReferenceRelease;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.release.ReleaseException;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The reference release with as many rules as are asked for: a third of them on transactions, and chains of segment, stage and
 * moment. One joins facts.
 */
public final class RulesRelease {
    /** Raises one moment that no card is about. */
    static final String OPENS_ONE = "opens-one";

    /** Opens a rule that joins facts, and fires. */
    static final String OPENS_A_JOIN = "opens-a-join";

    private static final int A_FILE = 100;
    private static final String[] FIGURES = {
        "clicks24h", "clicks30d", "wealthViews24h", "wealthViews30d", "loanViews7d", "bills60d", "visits90d", "pages7d"
    };
    private static final String[] AMOUNTS = {"inflow7d", "inflow30d", "outflow7d", "spend30d", "largestCredit90d"};

    private RulesRelease() {}

    /** A release of so many rules in all, those of cards and life cycle included. */
    public static ReleaseFiles files(int rules) throws IOException {
        Map<String, String> files = new TreeMap<>(ReferenceRelease.files().files());
        files.keySet().removeIf(path -> path.startsWith("moments/") && path.endsWith(".drl"));
        files.keySet().removeIf(path -> path.startsWith("strategies/"));
        files.put("moments/measured.drl", MEASURED);
        int segments = rules / 20;
        int stages = rules / 20;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < segments; i++) {
            text.append(segment(i));
        }
        files.put("segments/many.drl", text.toString());
        text.setLength(0);
        for (int i = 0; i < stages; i++) {
            text.append(stage(i, segments));
        }
        files.put("stages/many.drl", text.toString());
        int moments = rules - segments - stages;
        for (int from = 0; from < moments; from += A_FILE) {
            text.setLength(0);
            for (int i = from; i < Math.min(moments, from + A_FILE); i++) {
                text.append(moment(i, segments));
            }
            files.put("moments/many-" + from + ".drl", text.toString());
        }
        return new ReleaseFiles(files);
    }

    static Release of(int rules) throws IOException {
        try {
            return ReleaseCompiler.compile(files(rules));
        } catch (ReleaseException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static final String MEASURED = """
            rule "a measured transaction"
            when
                $paid : TransactionPosted( credit, category == "%s" )
            then
                conclude.moment("measured").with("amount", $paid.amount());
            end

            rule "a measured transaction larger than what came in before"
            when
                Features( $before : largestCredit90d )
                TransactionPosted( credit, category == "%s", amount >= $before )
            then
                conclude.moment("measured-join");
            end
            """.formatted(OPENS_ONE, OPENS_A_JOIN);

    private static String segment(int number) {
        return rule(
                "segment " + number,
                "Features( " + figure(number) + " >= " + (5 + number) + " )",
                "conclude.segment(\"s" + number + "\")");
    }

    private static String stage(int number, int segments) {
        return rule(
                "stage " + number,
                "Customer( segments contains \"s" + number % Math.max(1, segments) + "\" )",
                "LifeCycle( silentDays >= " + (30 + number) + " )",
                "conclude.stage(\"dormant\")");
    }

    private static String moment(int number, int segments) {
        String customer =
                switch (number % 4) {
                    case 0 -> "Customer( kind == \"person\", age >= " + (18 + number % 50) + " )";
                    case 1 -> "Customer( segments contains \"s" + number % Math.max(1, segments) + "\" )";
                    case 2 -> "Customer( tier in (\"B\", \"C\"), aum.atLeast(" + (10_000 + number) + ") )";
                    default -> "Features( " + AMOUNTS[number % AMOUNTS.length] + ".atLeast(" + (1_000 + number) + ") )";
                };
        String figures = "Features( " + figure(number) + " >= " + (1 + number % 40) + " )";
        String trigger =
                switch (number % 10) {
                    case 0, 1, 2 ->
                        "$t : TransactionPosted( " + (number % 2 == 0 ? "credit" : "debit") + ", category == \"c"
                                + number / 10 + "\", amount.atLeast(" + (100 + number) + ") )";
                    case 3 ->
                        "TransactionPosted( debit, category != \"transfer\", amount.atLeast(" + (50_000 + number)
                                + ") )";
                    case 4, 5, 6 -> "AppClick( page == \"p" + number / 10 + "\", action == \"view\" )";
                    case 7 -> "CompletedPattern( name == \"n" + number / 10 + "\" )";
                    case 8 -> "DailyTick()";
                    default -> "ServiceContact( kind == \"k" + number / 10 + "\" )";
                };
        return rule("moment " + number, customer, trigger, figures, "conclude.moment(\"m" + number + "\")");
    }

    private static String figure(int number) {
        return FIGURES[number % FIGURES.length];
    }

    /** @param lines patterns, and at last the conclusion */
    private static String rule(String name, String... lines) {
        StringBuilder text = new StringBuilder("rule \"").append(name).append("\"\nwhen\n");
        for (int i = 0; i < lines.length - 1; i++) {
            text.append("    ").append(lines[i]).append('\n');
        }
        return text.append("then\n    ")
                .append(lines[lines.length - 1])
                .append(";\nend\n\n")
                .toString();
    }
}
