package io.motengine.engine;

import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.release.ReleaseException;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.Map;
import java.util.TreeMap;

/** A small release that tests bend to their needs, file by file. */
public final class TestRelease {
    private final Map<String, String> files = new TreeMap<>();

    public TestRelease() {
        with("policy.yaml", """
                currency: { base: CNY, rates: { USD: 7.0 } }
                tiers: [gold, plain]
                stages: [fresh, settled]
                contacts: { perDay: 1, perWeek: 3 }
                maxFirings: 200
                """);
        with("calendar.yaml", """
                zone: Asia/Shanghai
                tick: "08:00"
                wakes:
                  - { on: holding-maturity, families: [wealth], days: [3] }
                  - { on: silence, days: [90] }
                """);
        with("features.yaml", """
                - { id: inflow7d, event: bank.transaction.posted.v1, where: { direction: [credit] }, aggregate: sum, of: amount, window: 7d, bucket: 1d }
                - { id: clicks1d, event: app.click.v1, aggregate: count, window: 1d, bucket: 1h }
                """);
        with("patterns.yaml", """
                - id: form-left
                  steps: [{ event: app.click.v1, where: { page: [form], action: [start] } }]
                  unless: { event: app.click.v1, where: { page: [form], action: [submit] } }
                  within: 10m
                  by: productId
                  limit: 2
                """);
        with("catalog/channels.yaml", """
                - { id: push, name: Push, person: false }
                - { id: person, name: Person, person: true }
                """);
        with("catalog/content.yaml", """
                - id: hello
                  languages:
                    zh: { title: null, body: "您好 {amount}", script: "先问候" }
                    en: { title: Hello, body: "Hello {amount}", script: "Greet first" }
                - id: greeting
                  languages:
                    zh: { body: "您好", script: "先问候" }
                    en: { body: "Hello", script: "Greet first" }
                """);
        with("segments/tiers.drl", """
                rule "much money is gold"
                when Customer( aum.atLeast(100000) )
                then conclude.tier("gold"); end
                rule "little money is plain"
                when Customer( aum.below(100000) )
                then conclude.tier("plain"); end
                """);
        with("stages/stages.drl", """
                rule "a gold customer is settled"
                when Customer( tier == "gold" )
                then conclude.stage("settled"); end
                rule "a plain customer is fresh"
                when Customer( tier == "plain" )
                then conclude.stage("fresh"); end
                """);
        with("moments/inflow.drl", """
                rule "a large sum came in"
                when $t : TransactionPosted( credit, amount.atLeast(1000) )
                then conclude.moment("inflow").with("amount", $t.amount()); end
                """);
        with("moments/form.drl", """
                rule "a form was left"
                when $p : CompletedPattern( name == "form-left" )
                then conclude.moment("form-left").about($p.subject()); end
                """);
        with("moments/maturing.drl", """
                rule "a product matures"
                when DailyTick() $h : Holding( daysToMaturity == 3 )
                then conclude.moment("maturing").about($h.id()); end
                """);
        card("greet-gold", "inflow", 50, "tier == \"gold\"");
        card("greet-plain", "inflow", 40, "tier == \"plain\"");
        card("greet-all", "inflow", 30, null);
        card("form-help", "form-left", 60, null);
        card("renew", "maturing", 70, null);
    }

    /** A file added or replaced; null removes it. */
    public TestRelease with(String path, String text) {
        if (text == null) {
            files.remove(path);
        } else {
            files.put(path, text);
        }
        return this;
    }

    public TestRelease card(String id, String moment, int priority, String audience) {
        return with("strategies/" + id + ".yaml", """
                id: %s
                name: Test card
                owner: test
                moment: %s
                %scontent: %s
                priority: %d
                ladder: [push, person]
                goal: { event: app.click.v1, where: { page: [goal] }, class: scale, within: 7d }
                maxAge: 2h
                expiresAfter: 1d
                valid: { until: 2099-12-31 }
                """.formatted(
                        id,
                        moment,
                        audience == null ? "" : "audience: " + audience + "\n",
                        moment.equals("inflow") ? "hello" : "greeting",
                        priority));
    }

    public ReleaseFiles files() {
        return new ReleaseFiles(files);
    }

    public Release compile() {
        try {
            return ReleaseCompiler.compile(files());
        } catch (ReleaseException e) {
            throw new AssertionError("the test's release does not compile:\n" + e.getMessage(), e);
        }
    }
}
