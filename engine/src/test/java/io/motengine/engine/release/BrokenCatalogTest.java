package io.motengine.engine.release;

import io.motengine.engine.TestRelease;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake in policy and catalog is one finding, with line, what was found, what was expected, and what was meant. */
final class BrokenCatalogTest {
    private static final String POLICY = """
            currency: { base: CNY, rates: { USD: 7.0 } }
            tiers: [gold, plain]
            stages: [fresh, settled]
            """;

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"policies", "products", "channels", "benefits", "texts"})
    void tellsFileLineAndWhatWasMeant(String file, String text, String expected) {
        BrokenReleaseTest.assertFindings(
                new TestRelease().with(file, text), expected.lines().toArray(String[]::new));
    }

    private static Arguments policy(String line, String expected) {
        return Arguments.of("policy.yaml", POLICY + line + "\n", "policy.yaml:4: " + expected);
    }

    static Stream<Arguments> policies() {
        return Stream.of(
                policy("contacts: { perDay: 0, perWeek: 3 }", "perDay: 0 (expected: 1 or more)"),
                policy("contacts: { perDay: 1, perWeek: -1 }", "perWeek: -1 (expected: 1 or more)"),
                cap("{ most: 0, per: day, channel: push }", "most: 0 (expected: 1 or more)"),
                cap("{ most: 1 }", "per: none (expected: day, week or month)"),
                cap(
                        "{ most: 1, per: day, channel: pusch }",
                        "channel: pusch (expected: did you mean push? one of person, push)"),
                cap(
                        "{ most: 1, per: day, strategy: greet-gould }",
                        "strategy: greet-gould (expected: did you mean greet-gold? one of form-help, greet-all,"
                                + " greet-gold, greet-plain, renew)"),
                cap("{ most: 1, per: day, family: wealth }", "family: wealth (expected: none is declared)"),
                cap(
                        "{ most: 1, per: day }, { most: 2, per: day }",
                        "a cap of the same, the second time (expected: one)"),
                policy("contacts: { perDay: 1, perWeek: 3, minGap: -1h }", "minGap: -1h (expected: 0s to 90d)"),
                policy(
                        "contacts: { perDay: 1, perWeek: 3, coolDown: { refused: 500d } }",
                        "refused: 500d (expected: more than 0s, at most 400d)"),
                policy(
                        "contacts: { perDay: 1, perWeek: 3, quietHours: { from: \"21:00\", until: \"21:00\" } }",
                        "quietHours: from 21:00 until 21:00 (expected: two times that differ, such as \"21:00\" and"
                                + " \"08:00\")"),
                policy(
                        "contacts: { perDay: 1, perWeek: 3, quietHours: { from: \"21:00\" } }",
                        "quietHours: from 21:00 until none (expected: two times that differ, such as \"21:00\" and"
                                + " \"08:00\")"),
                policy(
                        "tasks: { facts: [tier, blocks] }",
                        "fact: blocks (expected: one of age, aum, branch, holdings, kind, labels, language, lastContacts,"
                                + " limits, maturing, openedOn, preferredChannel, refusals, riskGrade, segments, stage, tier)"),
                policy("tasks: { facts: [tier, tier] }", "fact: tier, the second time (expected: each once)"),
                policy(
                        "tierRules: { gould: { perMonth: 5 } }",
                        "tier: gould (expected: did you mean gold? one of gold, plain)"),
                policy(
                        "tierRules: { gold: { channels: [pusch] } }",
                        "channel: pusch (expected: did you mean push? one of person, push)"),
                policy(
                        "tierRules: { gold: { perMonth: -0.5 } }",
                        "perMonth: -0.5 (expected: 0 or more, or no such line for no limit)"),
                policy(
                        "tierRules: { gold: { channels: [push], ladder: [person] } }",
                        "channel: person (expected: one of push)"),
                policy(
                        "tierRules: { gold: { ladder: [push, push] } }",
                        "channel: push, the second time (expected: each once)"),
                policy("arbitration: { settle: 1h }", "settle: 1h (expected: 0s to 5m)"),
                policy("holdOuts: { universal: 1.5 }", "universal: 1.5 (expected: a share, 0 to 1)"),
                policy("decisions: { nonActions: -1 }", "nonActions: -1 (expected: a share, 0 to 1)"),
                policy("forbiddenWords: [\" \"]", "forbiddenWords: \"\" (expected: a word or more)"),
                policy("forbiddenWords: [sure, sure]", "forbiddenWords: sure, twice (expected: each once)"),
                policy(
                        "arbitration: { propensty: false }",
                        "propensty: unknown key (expected: did you mean propensity? one of [context, lever, propensity, settle, value])"));
    }

    private static Arguments cap(String caps, String expected) {
        return policy("contacts: { perDay: 1, perWeek: 3, caps: [" + caps + "] }", expected);
    }

    private static Arguments product(String line, String expected) {
        return Arguments.of(
                "catalog/products.yaml",
                "- { id: saving, name: Saving, family: deposit }\n- { id: p, name: P, family: loan, " + line + " }\n",
                "catalog/products.yaml:2: " + expected);
    }

    static Stream<Arguments> products() {
        return Stream.of(
                product("riskGrade: 6", "p: riskGrade: 6 (expected: 0 for no assessment, or 1 (R1) to 5 (R5))"),
                product(
                        "excludes: [savings]",
                        "p: excludes: savings (expected: did you mean saving? one of deposit, loan, p, saving)"),
                product("quota: 0", "p: quota: 0 (expected: 1 or more, or no such line for no limit)"),
                product("contains: [saving]", "p: contains: saving (expected: nothing; only a bundle contains others)"),
                product("kind: bundle", "p: contains: nothing (expected: the products of the bundle)"),
                product(
                        "kind: bundle, contains: [savin]",
                        "p: contains: savin (expected: did you mean saving? one of p, saving)"),
                product("kind: bundle, contains: [p]", "p: contains: p, a bundle (expected: products and services)"),
                product(
                        "quotas: 1",
                        "quotas: unknown key (expected: did you mean quota? one of [contains, credit, excludes, family, id, kind, name,"
                                + " quota, riskGrade])"),
                Arguments.of("catalog/products.yaml", """
                        - { id: a, name: A, family: loan, credit: true }
                        - { id: b, name: B, family: loan }
                        - { id: c, name: C }
                        - { id: d, kind: service }
                        """, """
                        catalog/products.yaml:2: b: credit: false (expected: true, as for a of the same family loan)
                        catalog/products.yaml:3: c: family: none (expected: one such as deposit; only a service or a bundle needs none)
                        catalog/products.yaml:4: d: name: none (expected: in plain words)"""));
    }

    private static Arguments channel(String line, String expected) {
        return Arguments.of(
                "catalog/channels.yaml",
                "- { id: push, name: Push, person: false, " + line
                        + " }\n- { id: person, name: Person, person: true }\n",
                "catalog/channels.yaml:1: push: " + expected);
    }

    static Stream<Arguments> channels() {
        return Stream.of(
                channel("cost: -1", "cost: -1 (expected: 0 or more)"),
                channel("costPerTenThousand: -1", "costPerTenThousand: -1 (expected: 0 or more)"),
                channel(
                        "hours: { from: \"09:00\", until: \"09:00\" }",
                        "hours: from 09:00 until 09:00 (expected: two times that differ, such as \"09:00\" and"
                                + " \"17:00\"; no hours for always)"),
                channel("capacity: { perDay: 0 }", "perDay: 0 (expected: 1 or more, or no capacity for no limit)"),
                channel(
                        "capacity: { perDay: 5, per: relationship-manager, retryAfter: 0s }",
                        "retryAfter: 0s (expected: more than 0s)"),
                channel(
                        "arrival: [branch-tiket]",
                        "arrival: branch-tiket (expected: did you mean branch-ticket? one of app, branch-ticket,"
                                + " call-in, counter, machine)"),
                channel(
                        "feedback: [opend]",
                        "feedback: opend (expected: did you mean opened? one of accepted, clicked, delivered, done,"
                                + " expired, handed-over, not-delivered, opened, refused)"),
                channel("maxCharacters: -1", "maxCharacters: -1 (expected: 1 or more, or no such line for no limit)"),
                channel("fallBack: persn", "fallBack: persn (expected: did you mean person? one of person, push)"),
                channel("fallBack: push", "fallBack: push, which leads back to push (expected: a way that ends)"),
                Arguments.of("catalog/channels.yaml", """
                        - { id: push, name: Push, person: false, fallBack: person }
                        - { id: person, name: Person, person: true, fallBack: push }
                        - { id: other, name: Other, person: true, fallBack: push }
                        """, """
                        catalog/channels.yaml:1: push: fallBack: person, which leads back to push (expected: a way that ends)
                        catalog/channels.yaml:2: person: fallBack: push, which leads back to person (expected: a way that ends)"""));
    }

    private static Arguments benefit(String line, String expected) {
        return Arguments.of(
                "catalog/benefits.yaml",
                "- { id: b, name: B, kind: coupon, " + line + " }\n",
                "catalog/benefits.yaml:1: b: " + expected);
    }

    private static Arguments threshold(String threshold, String expected) {
        return benefit("expiresAfter: 30d, threshold: " + threshold, expected);
    }

    static Stream<Arguments> benefits() {
        return Stream.of(
                benefit("worth: 5", "expiresAfter: none (expected: how long a grant can be redeemed, such as 30d)"),
                benefit("expiresAfter: 30d, worth: -5", "worth: -5 (expected: 0 or more)"),
                benefit("expiresAfter: 30d, stock: 0", "stock: 0 (expected: 1 or more, or no such line for no limit)"),
                benefit("expiresAfter: 30d, perCustomer: -1", "perCustomer: -1 (expected: 1 or more)"),
                benefit(
                        "expiresAfter: 30d, worth: 500, budget: 100",
                        "budget: 100 (expected: enough for one, 500, or no such line for no limit)"),
                benefit(
                        "expiresAfter: 30d, budget: 100",
                        "worth: 0 with a budget (expected: what one costs, or no budget)"),
                threshold(
                        "{ amount: 0, event: bank.transaction.posted.v1, sum: amount }",
                        "amount: 0 (expected: more than 0)"),
                threshold(
                        "{ amount: 5, event: bank.transaction.posted.v1, sum: amuont }",
                        "member: amuont (expected: did you mean amount? a member of TransactionPosted: "
                                + "accountId, direction, amount, balance, category, counterpartyBank, counterpartyId,"
                                + " merchantCategory, channel, credit, debit, otherBank)"),
                threshold(
                        "{ amount: 5, event: bank.transaction.posted.v1, sum: category }",
                        "sum: category (expected: a member that is money)"),
                threshold(
                        "{ amount: 5, event: app.click.v1, where: { page: { atLeast: 5 } }, sum: page }",
                        "a range of page (expected: a member that is money or a number)\n"
                                + "catalog/benefits.yaml:1: b: sum: page (expected: a member that is money)"));
    }

    private static Arguments text(String entry, String expected) {
        return Arguments.of("catalog/content.yaml", """
                - id: hello
                  languages: { zh: { body: 好, script: 问 }, en: { body: Hi, script: Greet } }
                - id: greeting
                """ + entry.indent(2), "catalog/content.yaml:" + expected);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                text(
                        "languages: { zh: { body: x, script: y }, fr: { body: x, script: y } }",
                        "4: greeting: language: fr (expected: one of en, zh)"),
                text("languages: { zh: { title: x, script: y } }", "4: greeting: body: none (expected: a text)"),
                text(
                        "languages: { zh: { body: x, script: y } }\nchannels: { pusch: { zh: { body: x } } }",
                        "5: greeting: channel: pusch (expected: did you mean push? one of person, push)"),
                text(
                        "languages: { zh: { body: x, script: y } }\nchannels: { push: { en: { body: x } } }",
                        "5: greeting: push: in en (expected: the languages of the content: zh)"),
                text(
                        "languages:\n  zh:\n    body: \"{amount\"\n    script: x",
                        "6: greeting: body: a bracket that belongs to no variable (expected: {amount} or the like, and no"
                                + " other brackets)"));
    }
}
