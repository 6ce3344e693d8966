package io.motengine.engine.release;

import io.motengine.engine.TestRelease;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake in a card, in what branches make of it, and in texts where cards use them, is one finding. */
final class BrokenCardsTest {
    private static final String CARD = """
            id: try
            name: Test card
            owner: test
            moment: inflow
            content: hello
            priority: 20
            ladder: [push, { channel: person, after: 2h }]
            goal: { event: app.click.v1, class: scale, within: 7d }
            maxAge: 2h
            expiresAfter: 1d
            valid: { until: 2099-12-31 }
            """;

    private static final String VARIES = CARD
            + "variation: { may: [content, ladder, priority], contents: [hello], channels: [push], priority: { from: 10,"
            + " to: 30 } }\n";

    @ParameterizedTest(name = "{0}")
    @MethodSource({"cards", "audiences", "variations"})
    void tellsFileLineAndWhatWasMeant(String card, String expected) {
        BrokenReleaseTest.assertFindings(
                release().with("strategies/try.yaml", card), expected.lines().toArray(String[]::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("branches")
    void tellsWhatABranchMayNot(String branch, String expected) {
        BrokenReleaseTest.assertFindings(
                release().with("strategies/try.yaml", VARIES).with("branches/east.yaml", branch),
                expected.lines().toArray(String[]::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uses")
    void tellsWhatTextsLack(String content, String expected) {
        BrokenReleaseTest.assertFindings(
                release().with("strategies/try.yaml", CARD).with("catalog/content.yaml", content),
                expected.lines().toArray(String[]::new));
    }

    private static TestRelease release() {
        return new TestRelease()
                .with("catalog/products.yaml", """
                        - { id: steady, name: Steady, family: wealth, riskGrade: 2 }
                        """)
                .with("catalog/channels.yaml", """
                        - { id: push, name: Push, person: false, maxCharacters: 25 }
                        - { id: person, name: Person, person: true }
                        - { id: alarm, name: Alarm, person: false, purpose: service }
                        """)
                .with("policy.yaml", """
                        currency: { base: CNY }
                        tiers: [gold, plain]
                        stages: [fresh, settled]
                        tierRules: { plain: { channels: [person] } }
                        forbiddenWords: [guaranteed return, 保本保息]
                        """)
                .with("segments/loyal.drl", """
                        rule "much money is loyal"
                        when Customer( aum.atLeast(500000) )
                        then conclude.segment("loyal"); end
                        """);
    }

    /** With one line of the card replaced, or another added. */
    private static Arguments card(String line, String expected) {
        String key = line.substring(0, line.indexOf(':') + 1);
        String changed = CARD.contains("\n" + key)
                ? CARD.replaceFirst("(?m)^" + key + ".*$", line.replace("$", "\\$"))
                : CARD + line + "\n";
        int at = changed.lines().toList().indexOf(line) + 1;
        return Arguments.of(changed, "strategies/try.yaml:" + at + ": " + expected);
    }

    static Stream<Arguments> cards() {
        return Stream.of(
                card("ladder: []", "ladder: none (expected: one channel or more)"),
                card("ladder: [pusch]", "channel: pusch (expected: did you mean push? one of alarm, person, push)"),
                card("ladder: [push, push]", "channel: push, the second time (expected: each once)"),
                card(
                        "ladder: [{ channel: push, after: 2h }]",
                        "after: 2h on the first channel (expected: no wait; there is nothing before it)"),
                card("ladder: [push, { channel: person, after: 0s }]", "after: 0s (expected: more than 0s)"),
                card(
                        "ladder: [push, { channel: person, after: 24h }]",
                        "after: 1d, when 1d have passed (expected: before the action expires, after 1d)"),
                card(
                        "ladder: [push, alarm]",
                        "channel: alarm, which is not for marketing (expected: a channel that takes them)"),
                card("propensity: 1.2", "propensity: 1.2 (expected: a share, 0 to 1)"),
                card("value: 0", "value: 0 (expected: more than 0)"),
                card("priority: 101", "priority: 101 (expected: 1 to 100)"),
                card("holdOut: { share: 2 }", "share: 2 (expected: a share, 0 to 1)"),
                card("holdOut: { salt: x }", "share: none (expected: a share, 0 to 1)"),
                card("product: stead", "product: stead (expected: did you mean steady? one of steady)"),
                card("benefit: coupon", "benefit: coupon (expected: none is declared)"),
                card("content: helo", "content: helo (expected: did you mean hello? one of greeting, hello)"),
                card(
                        "moment: inflo",
                        "moment: inflo (expected: did you mean inflow? one of entered-fresh, entered-settled, form-left,"
                                + " inflow, maturing)"),
                card("owner: \"\"", "owner: none (expected: the team that answers for it)"),
                card("maxAge: 0s", "maxAge: 0s (expected: a duration)"),
                card(
                        "expiresAfter: -1d",
                        "expiresAfter: -1d (expected: a duration)\n"
                                + "strategies/try.yaml:7: after: 2h, when 2h have passed (expected: before the action expires,"
                                + " after -1d)"),
                card("followUpAfter: 0s", "followUpAfter: 0s (expected: a duration, or no such line)"),
                card(
                        "valid: { from: 2027-02-01, until: 2027-01-31 }",
                        "valid: from 2027-02-01 until 2027-01-31 (expected: a day that lies within; this card is never"
                                + " valid)"),
                card(
                        "goal: { event: app.click.v1, within: 7d }",
                        "class: none (expected: scale, customers or fee-income)"),
                card("goal: { event: app.click.v1, class: scale }", "within: none (expected: a duration)"),
                card(
                        "goal: { event: app.click.v1, where: { pge: [x] }, class: scale, within: 7d }",
                        "member: pge (expected: did you mean page? a member of AppClick: page, action, productId,"
                                + " sessionId, deviceId, openId, channel)"),
                card("variant: east", "variant: east (expected: no such key: branches vary cards)"),
                card(
                        "supersedes: [greet-al]",
                        "supersedes: greet-al (expected: did you mean greet-all? one of form-help, greet-all, greet-gold,"
                                + " greet-plain, renew, try)"),
                card("supersedes: [try]", "supersedes: try, itself (expected: other strategies)"),
                card("waves: { stage: fresh, days: [1] }", "waves: moment and waves (expected: one of the two)"));
    }

    private static Arguments audience(String audience, String expected) {
        return card("audience: " + audience, expected);
    }

    private static Arguments impossible(String audience) {
        return audience(
                audience, "audience: " + audience + " (expected: one that somebody can be in; nobody is all of this)");
    }

    static Stream<Arguments> audiences() {
        return Stream.of(
                audience("tier == \"gould\"", "tier: gould (expected: did you mean gold? one of gold, plain)"),
                audience(
                        "age > 30 || stage in (\"fresh\", \"setled\")",
                        "stage: setled (expected: did you mean settled? one of fresh, settled)"),
                audience("kind != \"firm\"", "kind: firm (expected: one of person, company)"),
                audience(
                        "segments contains \"loyall\"",
                        "segments: loyall (expected: did you mean loyal? one of loyal)"),
                impossible("tier == \"gold\", tier == \"plain\""),
                impossible("kind == \"person\" && kind != \"person\""),
                impossible("age >= 60, age < 60"),
                impossible("stage in (\"fresh\"), (stage == \"settled\" || age < -1)"),
                impossible("riskGrade > 5"),
                Arguments.of(
                        CARD + "product: steady\naudience: riskGrade < 2\n",
                        "strategies/try.yaml:13: audience: riskGrade < 2 (expected: somebody who may be offered steady,"
                                + " graded R2)"),
                Arguments.of(
                        CARD.replace("ladder: [push, { channel: person, after: 2h }]", "ladder: [push]")
                                + "audience: tier == \"plain\"\n",
                        "strategies/try.yaml:12: audience: tier == \"plain\" (expected: a tier that the ladder reaches;"
                                + " channels of the tier rules for plain are others than push)"));
    }

    private static Arguments variation(String variation, String expected) {
        return card("variation: " + variation, expected);
    }

    static Stream<Arguments> variations() {
        return Stream.of(
                variation("{}", "may: none (expected: what may change: benefit, content, ladder, priority)"),
                variation(
                        "{ may: [contents] }",
                        "may: contents (expected: did you mean content? one of benefit, content, ladder, priority)"),
                variation(
                        "{ may: [content], contents: [helo] }",
                        "contents: helo (expected: did you mean hello? one of greeting, hello)"),
                variation(
                        "{ may: [content], channels: [push] }",
                        "channels: of ladder, which may not change (expected: may: [ladder], or no such limit)"),
                variation("{ may: [priority] }", "priority: none (expected: from and to, for it may change)"),
                variation(
                        "{ may: [priority], priority: { from: 30, to: 40 } }",
                        "priority: 30 to 40 (expected: within 1 to 100, and the card's own 20 within it)"));
    }

    private static Arguments branch(String entry, String expected) {
        return Arguments.of("# East\n- { " + entry + " }\n", "branches/east.yaml:2: " + expected);
    }

    static Stream<Arguments> branches() {
        return Stream.of(
                branch(
                        "card: tri, priority: 20",
                        "card: tri (expected: did you mean try? one of form-help, greet-all, greet-gold, greet-plain,"
                                + " renew, try)"),
                branch(
                        "card: renew, priority: 20",
                        "card: renew (expected: a card with a variation; this one has none)"),
                branch(
                        "card: try",
                        "nothing that try changes (expected: one or more of content, benefit, ladder and priority)"),
                branch(
                        "card: try, benefit: coupon",
                        "benefit, which the card keeps (expected: changes of content, ladder, priority)"),
                branch("card: try, content: greeting", "content: greeting (expected: one of hello)"),
                branch("card: try, ladder: [person]", "channel: person (expected: one of push)"),
                branch(
                        "card: try, ladder: [pusch]",
                        "channel: pusch (expected: did you mean push? one of alarm, person, push)"),
                branch("card: try, ladder: []", "ladder: none (expected: one channel or more)"),
                branch("card: try, priority: 31", "priority: 31 (expected: what the card allows, 10 to 30)"),
                Arguments.of(
                        "- { card: try, priority: 11 }\n- { card: try, priority: 12 }\n",
                        "branches/east.yaml:2: card: try, the second time (expected: each once)"),
                branch(
                        "card: try, priorty: 12",
                        "priorty: unknown key (expected: did you mean priority? one of [benefit, card, content, ladder, priority])"));
    }

    private static Arguments use(String hello, String expected) {
        return Arguments.of(
                """
                - id: greeting
                  languages: { en: { body: Hello, script: Greet } }
                - id: hello
                """ + hello.indent(2),
                expected.lines()
                        .map(line -> "catalog/content.yaml:" + line)
                        .reduce((a, b) -> a + "\n" + b)
                        .orElseThrow());
    }

    static Stream<Arguments> uses() {
        return Stream.of(
                use(
                        "languages:\n  en:\n    body: Hi {amuont}\n    script: x",
                        "6: hello: {amuont}, which inflow does not supply (moments/inflow.drl:1) (expected: did you mean"
                                + " amount? one of amount)"),
                use(
                        "languages:\n  en: { body: Hi, script: x, objections: { no: \"but {why}\" } }",
                        "5: hello: {why}, which inflow does not supply (moments/inflow.drl:1) (expected: one of amount)"),
                use(
                        "languages: { en: { body: Hi, script: x } }\nchannels:\n  push:\n    en: { body: \"{who}\" }",
                        "7: hello: {who}, which inflow does not supply (moments/inflow.drl:1) (expected: one of amount)"),
                use(
                        "languages: { en: { body: \"12345678901234{amount}\", script: x } }",
                        "4: hello: body: 26 characters, a variable counted as 12 (expected: at most 25, for greet-all sends"
                                + " it by push)"),
                use(
                        "languages: { en: { body: Hi } }",
                        "4: hello: script: none (expected: what a person says, for greet-all uses person)"),
                use(
                        "languages:\n  en:\n    body: Guaranteed\u3000RETURN\n    script: \"保本 保息\"\n    doNotSay: 保本保息",
                        """
                        6: hello: body: "guaranteed return" (expected: no word that policy.yaml forbids)
                        7: hello: script: "保本保息" (expected: no word that policy.yaml forbids)"""));
    }
}
