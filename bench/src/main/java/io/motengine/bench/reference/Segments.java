package io.motengine.bench.reference;

import static io.motengine.bench.reference.Rules.rule;

/** Who the customer is: twelve segments, told by figures and by the profile, and ten rules for the stage. */
final class Segments {
    private Segments() {}

    static Rules segments() {
        Rules rules = new Rules();
        figure(rules, "payroll", "Does a salary reach us for this customer (代发)?", "salaries90d >= 1");
        figure(rules, "investor", "Does the customer buy securities?", "securities90d >= 4");
        figure(rules, "digital", "Does the customer live in the app?", "clicks30d >= 40");
        figure(rules, "explorer", "Does the customer look around in the app?", "pages7d >= 6");
        figure(
                rules,
                "saver",
                "Does money stay with us?",
                "$in : inflow30d, inflow30d.atLeast(10000), outflow7d < $in");
        figure(rules, "spender", "Does the customer pay by card?", "spend30d.atLeast(3000)");
        figure(rules, "bill-payer", "Do bills leave from here?", "bills60d >= 3");
        figure(rules, "dissatisfied", "Has the customer complained lately?", "complaints90d >= 1");
        figure(rules, "high-earner", "Is the salary a high one?", "lastSalary.atLeast(20000)");
        person(rules, "young", "Is the customer young?", "age >= 18", "age < 30");
        person(rules, "senior", "Is the customer sixty or older?", "age >= 60");
        person(rules, "wealthy", "Is there much with us?", "aum.atLeast(500000)");
        return rules;
    }

    private static void figure(Rules rules, String segment, String question, String constraint) {
        rules.file(
                "segments/" + segment + ".drl",
                question,
                rule(
                        "figures make a customer one of: " + segment,
                        "segment(\"" + segment + "\")",
                        "Features( " + constraint + " )"));
    }

    private static void person(Rules rules, String segment, String question, String... constraints) {
        rules.file(
                "segments/" + segment + ".drl",
                question,
                rule(
                        "the profile makes a customer one of: " + segment,
                        "segment(\"" + segment + "\")",
                        "Customer( kind == \"person\", " + String.join(", ", constraints) + " )"));
    }

    static Rules stages() {
        return new Rules()
                .file(
                        "stages/life-cycle.drl",
                        "where is this customer in the life cycle? Of the stages concluded, the first in lifecycle.yaml that may"
                                + " follow holds.",
                        rule(
                                "four days after opening are first contact",
                                "stage(\"first-contact\")",
                                "Customer( daysSinceOpening >= 0, daysSinceOpening < 4 )"),
                        rule(
                                "a branch ticket without an account is first contact",
                                "stage(\"first-contact\")",
                                "Customer( daysSinceOpening < 0 )",
                                "ServiceContact( kind == \"branch-ticket\" )"),
                        rule(
                                "ninety days after opening are the honeymoon",
                                "stage(\"honeymoon\")",
                                "Customer( daysSinceOpening >= 4, daysSinceOpening <= 90 )"),
                        rule(
                                "much more leaving than arriving puts a customer at risk",
                                "stage(\"at-risk\")",
                                "Customer( daysSinceOpening > 90 )",
                                "Features( $in : inflow30d, outflow7d.atLeast(20000), outflow7d > $in )"),
                        rule(
                                "a dissatisfied customer whose money leaves is at risk",
                                "stage(\"at-risk\")",
                                "Segment( name == \"dissatisfied\" )",
                                "Features( outflow7d.atLeast(5000) )"),
                        rule(
                                "an investor with two product families is mature",
                                "stage(\"mature\")",
                                "Segment( name == \"investor\" )",
                                "Customer( daysSinceOpening > 90, families >= 2 )"),
                        rule(
                                "a saver with three product families is mature",
                                "stage(\"mature\")",
                                "Segment( name == \"saver\" )",
                                "Customer( daysSinceOpening > 90, families >= 3 )"),
                        rule(
                                "after the honeymoon a customer is rising",
                                "stage(\"rising\")",
                                "Customer( daysSinceOpening > 90 )"),
                        rule(
                                "ninety days of silence are dormancy",
                                "stage(\"dormant\")",
                                "LifeCycle( silentDays >= 90 )"),
                        rule(
                                "money that comes back wins a customer back",
                                "stage(\"won-back\")",
                                "TransactionPosted( credit, amount.atLeast(1000) )",
                                "LifeCycle( stage == \"dormant\" )"));
    }
}
