package io.motengine.engine.rules;

import io.motengine.engine.TestRelease;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/** Rules of all kinds that the walls let through; some throw at times, some go in circles. */
final class RandomRules {
    private static final List<String> ALONE = List.of(
            "Customer( kind == \"person\" )",
            "Customer( kind == \"company\" )",
            "Customer( tier == \"gold\", age >= 18 )",
            "Customer( stage != \"fresh\" )",
            "Customer( aum.atLeast(100000) )",
            "Customer( labels contains \"spring\" )",
            "Customer( segments contains \"busy\" )",
            "Customer( tier in (\"gold\", \"silver\"), relationshipManager != null )",
            "Features( clicks1d >= 2 )",
            "Features( inflow7d.atLeast(2000), clicks1d < 3 )",
            "Features( $few : clicks1d, clicks1d > 0, clicks1d < 4, inflow7d.below(5000) )",
            "Features( $many : clicks1d, salaries > $many )",
            "LifeCycle( stage == \"fresh\" || silentDays > 5 )",
            "LifeCycle( days in (1, 2, 3) )",
            "Score( label == \"tier\", level == \"gold\" )",
            "Holding( daysToMaturity == 3 )",
            "Holding()");
    private static final List<String> TRIGGERS = List.of(
            "TransactionPosted( credit )",
            "TransactionPosted( category == \"salary\", amount.atLeast(1000) )",
            "TransactionPosted( debit, category != \"salary\" )",
            "$t : TransactionPosted( channel == \"app\" )",
            "AppClick( page == \"home\" )",
            "AppClick( page == \"form\", action == \"start\" )",
            "CompletedPattern( name == \"form-left\" )",
            "DailyTick()",
            "StageChanged( to == \"settled\" )");
    private static final List<String> COMPLEX = List.of(
            "not Holding( family == \"wealth\" )",
            "not TransactionPosted( credit )",
            "not Score( points > 50 )",
            "exists Holding( amount.atLeast(500) )",
            "exists( Holding( family == \"wealth\" ) and Holding( family == \"loan\" ) )",
            "forall( Holding( amount.atLeast(100) ) )",
            "not( Holding( family == \"wealth\" ) and Holding( family == \"loan\" ) )",
            "not( $h : Holding() and not Holding( this == $h, amount.atLeast(100) ) )",
            "(AppClick( page == \"home\" ) or TransactionPosted( amount.atLeast(3000) ))",
            "accumulate( Holding( $m : daysToMaturity ); $sum : sum($m); $sum > 5 )",
            "accumulate( Holding( amount.atLeast(100) ); $count : count(); $count > 1 )",
            "Holding( $days : daysToMaturity ) LifeCycle( days == $days )",
            "Customer( $aum : aum ) Holding( amount < $aum )",
            "LifeCycle( $days : days ) Score( days > $days )",
            "Features( $in : inflow7d ) TransactionPosted( amount < $in )",
            "LifeCycle( $days : days ) AppClick( page.length() > $days )",
            "LifeCycle( $days : days ) not Score( days > $days )");
    private static final List<String> THROWING = List.of(
            "TransactionPosted( credit, channel.length() > 2 )",
            "Customer( relationshipManager.length() == 2 )",
            "AppClick( productId.startsWith(\"p\") )",
            "$c : Customer() TransactionPosted( channel == $c.relationshipManager.trim() ) not Holding()",
            // Another name than above: a rule that binds one twice is one that Drools mixes up.
            "LifeCycle( $since : days ) AppClick( productId.length() > $since )",
            "TransactionPosted( $length : channel.length(), amount.atLeast(4000) ) Customer( age > $length )");
    private static final Map<Stratum, List<String>> THEN = Map.of(
            Stratum.SEGMENT,
            List.of(
                    "conclude.segment(\"busy\")",
                    "conclude.segment(\"calm\")",
                    "conclude.tier(\"gold\")",
                    "conclude.tier(\"silver\")",
                    "conclude.tier(\"plain\")"),
            Stratum.STAGE,
            List.of("conclude.stage(\"fresh\")", "conclude.stage(\"settled\")"),
            Stratum.MOMENT,
            List.of(
                    "conclude.moment(\"inflow\")",
                    "conclude.moment(\"inflow\").about(\"x\").with(\"much\", 5)",
                    "conclude.moment(\"form-left\")",
                    "conclude.moment(\"quiet\").about(\"y\")",
                    "conclude.tell(\"owner\", \"inflow\")"));

    /** Beside one more. The walls let through three in a rule, and count some twice. */
    private static final int MOST_OF_MANY = 1;

    private static final Pattern OF_MANY = Pattern.compile("(Holding|Score)\\(");

    private final Random random;
    private final boolean throwing;

    /** @param throwing whether some rules may throw */
    RandomRules(long seed, boolean throwing) {
        this.random = new Random(seed);
        this.throwing = throwing;
    }

    /** A release of them. */
    static RuleSet compiled(long seed, boolean throwing) {
        RandomRules rules = new RandomRules(seed, throwing);
        TestRelease release = new TestRelease();
        release.with("policy.yaml", """
                currency: { base: CNY }
                tiers: [gold, silver, plain]
                stages: [fresh, settled]
                contacts: { perDay: 1, perWeek: 3 }
                maxFirings: 60
                """);
        release.with("features.yaml", """
                - { id: inflow7d, event: bank.transaction.posted.v1, aggregate: sum, of: amount, window: 7d, bucket: 1d }
                - { id: clicks1d, event: app.click.v1, aggregate: count, window: 1d, bucket: 1h }
                - { id: salaries, event: bank.transaction.posted.v1, aggregate: count, window: 1d, bucket: 1h }
                """);
        release.with("catalog/content.yaml", """
                - { id: hello, languages: { zh: { body: "您好", script: "问候" }, en: { body: Hello, script: Greet } } }
                - { id: greeting, languages: { zh: { body: "您好", script: "问候" }, en: { body: Hello, script: Greet } } }
                """);
        release.with("segments/tiers.drl", rules.of(Stratum.SEGMENT, 6));
        release.with("stages/stages.drl", rules.of(Stratum.STAGE, 4));
        release.with("moments/form.drl", """
                rule "the moments that cards are about"
                when CompletedPattern( name == "never" )
                then conclude.moment("inflow"); end
                rule "a form was left"
                when CompletedPattern( name == "form-left" )
                then conclude.moment("form-left"); end
                """);
        release.with("moments/inflow.drl", rules.of(Stratum.MOMENT, 14));
        return release.compile().rules();
    }

    private String of(Stratum stratum, int rules) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rules; i++) {
            text.append(rule(stratum, i));
        }
        return text.toString();
    }

    private String rule(Stratum stratum, int number) {
        StringBuilder when = new StringBuilder();
        if (random.nextInt(3) > 0) {
            when.append("    ").append(one(ALONE)).append('\n');
        }
        boolean triggered = random.nextInt(3) > 0 || when.isEmpty();
        String trigger = triggered ? one(TRIGGERS) : "";
        when.append("    ").append(trigger).append('\n');
        boolean complex = random.nextInt(4) == 0 && ofMany(when) == 0;
        if (complex) {
            when.append("    ").append(one(COMPLEX)).append('\n');
        }
        if (throwing && random.nextInt(6) == 0 && ofMany(when) <= MOST_OF_MANY) {
            when.append("    ").append(one(THROWING)).append('\n');
        }
        String then = one(THEN.get(stratum));
        if (trigger.startsWith("$t") && stratum == Stratum.MOMENT) {
            then = "conclude.moment(\"paid\").with(\"amount\", $t.amount())"
                    + (throwing ? ".with(\"bank\", $t.counterpartyBank().trim())" : "");
        } else if (!complex) {
            then = chained(stratum, when, then);
        }
        return "rule \"" + stratum + " " + number + "\"\nwhen\n" + when + "then\n    " + then + ";\nend\n";
    }

    private static long ofMany(CharSequence when) {
        return OF_MANY.matcher(when).results().count();
    }

    /** Often over what other rules have concluded. */
    private String chained(Stratum stratum, StringBuilder when, String then) {
        switch (random.nextInt(10)) {
            case 0, 1 -> when.append("    Segment( name == \"busy\" )\n");
            case 2 -> {
                if (stratum == Stratum.SEGMENT && throwing) {
                    when.append("    $s : Segment()\n");
                    return "conclude.segment($s.name() + \"x\")";
                }
            }
            case 3, 4 -> {
                if (stratum == Stratum.MOMENT) {
                    when.append("    $moment : Moment( name == \"inflow\", subject == \"x\" )\n");
                    return "conclude.moment(\"echo\").with(\"of\", $moment.getSubject())";
                }
            }
            default -> {}
        }
        return then;
    }

    private String one(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
