package io.motengine.bench.reference;

import static io.motengine.bench.reference.Rules.rule;

import java.util.List;

/** What postings tell: eighty-five rules on one event type. */
final class TransactionMoments {
    /**
     * What is sold there.
     *
     * @param code ISO 18245 merchant category code
     * @param segment of whom more is asked than of others
     */
    record Merchants(String name, int code, int large, String segment) {}

    static final List<Merchants> MERCHANTS = List.of(
            new Merchants("groceries", 5411, 2000, "saver"),
            new Merchants("restaurants", 5812, 2000, "young"),
            new Merchants("fuel", 5541, 2000, "saver"),
            new Merchants("airlines", 4511, 3000, "spender"),
            new Merchants("hotels", 7011, 3000, "spender"),
            new Merchants("travel-agencies", 4722, 4000, "wealthy"),
            new Merchants("electronics", 5732, 4000, "young"),
            new Merchants("computers", 5045, 4000, "digital"),
            new Merchants("furniture", 5712, 5000, "saver"),
            new Merchants("building-materials", 5211, 5000, "saver"),
            new Merchants("clothing", 5651, 2500, "spender"),
            new Merchants("jewellery", 5944, 5000, "wealthy"),
            new Merchants("cosmetics", 5977, 2500, "young"),
            new Merchants("pharmacies", 5912, 2000, "senior"),
            new Merchants("hospitals", 8062, 3000, "senior"),
            new Merchants("universities", 8220, 4000, "payroll"),
            new Merchants("schools", 8299, 4000, "saver"),
            new Merchants("fitness", 7997, 2500, "digital"),
            new Merchants("cars", 5511, 6000, "high-earner"),
            new Merchants("car-repair", 7538, 3000, "spender"),
            new Merchants("taxis", 4121, 1000, "digital"),
            new Merchants("telephone", 4814, 1000, "bill-payer"),
            new Merchants("books", 5942, 1000, "explorer"),
            new Merchants("cinemas", 7832, 1000, "spender"),
            new Merchants("parking", 7523, 1000, "spender"),
            new Merchants("transit", 4111, 1000, "payroll"),
            new Merchants("department-stores", 5311, 4000, "spender"),
            new Merchants("florists", 5992, 1000, "young"),
            new Merchants("toys", 5945, 2000, "payroll"));

    static final List<String> BANKS = List.of(
            "ICBKCNBJ", "PCBCCNBJ", "ABOCCNBJ", "BKCHCNBJ", "COMMCNSH", "CMBCCNBS", "MSBCCNBJ", "CIBKCNBJ", "SPDBCNSH");

    private TransactionMoments() {}

    static Rules rules() {
        Rules rules = new Rules();
        MERCHANTS.forEach(at -> rules.file(
                "moments/spent-" + at.name + ".drl",
                "was much paid in one go at: " + at.name + "?",
                rule(
                        "a large sum was paid at: " + at.name,
                        "moment(\"spent-" + at.name + "\").with(\"amount\", $paid.amount())",
                        "$paid : " + spending(at, at.large))));
        rules.file(
                "moments/regular.drl",
                "did one who pays much by card pay at merchants that suit the segment?",
                MERCHANTS.stream().map(TransactionMoments::regular).toArray(String[]::new));
        rules.file(
                "moments/leaving.drl",
                "does a customer with assets move money to one of the large banks?",
                BANKS.stream().map(TransactionMoments::leaving).toArray(String[]::new));
        categories(rules);
        norms(rules);
        return rules;
    }

    private static String spending(Merchants at, int least) {
        return "TransactionPosted( debit, category == \"card-spend\", merchantCategory == \"" + at.code
                + "\", amount.atLeast(" + least + ") )";
    }

    private static String regular(Merchants at) {
        return rule(
                "who pays much by card and is one of " + at.segment + " paid at: " + at.name,
                "moment(\"regular\").about(\"" + at.name + "\")",
                spending(at, at.large / 2),
                "Segment( name == \"" + at.segment + "\" )",
                "Features( spend30d.atLeast(3000), merchants30d >= 3 )");
    }

    private static String leaving(String bank) {
        return rule(
                "a customer with assets moved money to " + bank,
                "moment(\"leaving\").about(\"" + bank + "\").with(\"amount\", $out.amount())",
                "Customer( aum.atLeast(50000), daysSinceOpening > 90 )",
                "$out : TransactionPosted( debit, counterpartyBank == \"" + bank + "\", amount.atLeast(10000) )");
    }

    private static void categories(Rules rules) {
        rules.file(
                "moments/salary-received.drl",
                "has a salary just arrived?",
                rule(
                        "a salary was credited",
                        "moment(\"salary-received\").with(\"amount\", $salary.amount())",
                        "$salary : TransactionPosted( credit, category == \"salary\", amount.atLeast(1000) )"));
        rules.file(
                "moments/large-inflow.drl",
                "has a large sum arrived that is not a salary?",
                rule(
                        "a large sum came in",
                        "moment(\"large-inflow\").with(\"amount\", $inflow.amount())",
                        "$inflow : TransactionPosted( credit, category != \"salary\", amount.atLeast(20000) )"));
        rules.file(
                "moments/large-outflow.drl",
                "is a large sum leaving for another bank?",
                rule(
                        "a large sum left for another bank",
                        "moment(\"large-outflow\").with(\"amount\", $outflow.amount()).with(\"bank\","
                                + " $outflow.counterpartyBank())",
                        "$outflow : TransactionPosted( debit, otherBank, amount.atLeast(20000) )"));
        simple(rules, "fee-charged", "was a fee charged that hurts?", "debit, category == \"fee\", amount.atLeast(50)");
        simple(
                rules,
                "interest-paid",
                "was much interest paid out?",
                "credit, category == \"interest\", amount.atLeast(500)");
        simple(rules, "much-cash", "was much cash drawn?", "debit, category == \"cash\", amount.atLeast(8000)");
        simple(rules, "large-bill", "was a large bill paid?", "debit, category == \"bill\", amount.atLeast(2000)");
        simple(
                rules,
                "pension-received",
                "has a pension arrived?",
                "credit, category == \"pension\", amount.atLeast(500)");
        simple(
                rules,
                "securities-bought",
                "were securities bought for much?",
                "debit, category == \"securities\", amount.atLeast(20000)");
        simple(
                rules,
                "loan-repaid",
                "was a large part of a loan repaid?",
                "debit, category == \"loan-repayment\", amount.atLeast(10000)");
        simple(
                rules,
                "counter-used",
                "was a posting made at the counter?",
                "channel == \"counter\", amount.atLeast(5000)");
        simple(rules, "low-balance", "is little left?", "debit, balance != null, balance.below(50)");
    }

    private static void simple(Rules rules, String moment, String question, String constraints) {
        rules.file(
                "moments/" + moment + ".drl",
                question,
                rule(
                        "one posting tells: " + moment,
                        "moment(\"" + moment + "\")",
                        "TransactionPosted( " + constraints + " )"));
    }

    private static void norms(Rules rules) {
        String transfer = "TransactionPosted( debit, category == \"transfer\" )";
        norm(
                rules,
                "unusual-outflow",
                "does far more leave in a week than usual?",
                "$out : " + transfer,
                "Features( $norm : outflowNorm, outflowNorm.atLeast(100), outflow7d.atLeast(10000),"
                        + " outflow7d.atLeastTimes(4, $norm), !outflow7d.minus($out.amount()).atLeastTimes(4, $norm) )");
        norm(
                rules,
                "week-outflow-high",
                "have fifty thousand left within a week, with this transfer?",
                "$out : " + transfer,
                "Features( outflow7d.atLeast(50000), outflow7d.minus($out.amount()).below(50000) )");
        norm(
                rules,
                "much-spending",
                "is far more spent in a month than at one time usually?",
                "$paid : TransactionPosted( debit, category == \"card-spend\" )",
                "Features( $usual : averageSpend90d, spend30d.atLeast(30000), spend30d.atLeastTimes(100, $usual) )");
        norm(
                rules,
                "salary-raised",
                "is a payroll customer's salary the largest credit of three months?",
                "$salary : TransactionPosted( credit, category == \"salary\", amount.atLeast(30000) )",
                "Segment( name == \"payroll\" )",
                "Features( largestCredit90d.atLeast(30000), salaries90d >= 2 )");
        norm(
                rules,
                "investor-sells",
                "does an investor get money from securities?",
                "TransactionPosted( credit, category == \"securities\", amount.atLeast(10000) )",
                "Segment( name == \"investor\" )",
                "LifeCycle( stage == \"mature\" || stage == \"rising\" )");
        norm(
                rules,
                "bills-elsewhere",
                "does a payroll customer pay bills from here for the first time?",
                "TransactionPosted( debit, category == \"bill\" )",
                "Segment( name == \"payroll\" )",
                "Features( bills60d == 1, lastSalary.atLeast(5000) )");
    }

    private static void norm(Rules rules, String moment, String question, String... patterns) {
        rules.file(
                "moments/" + moment + ".drl",
                question,
                rule("figures and a posting tell: " + moment, "moment(\"" + moment + "\")", patterns));
    }
}
