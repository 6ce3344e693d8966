package io.motengine.engine.state;

import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.TestRelease;
import io.motengine.engine.release.Release;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.EventTypes;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** A customer's first eight months, decided: the record at their end has something of all that the engine remembers by itself. */
final class DecidedLife implements AutoCloseable {
    /** A feature of each aggregate, and both kinds of windows. */
    static final List<String> FEATURES = List.of(
            "inflow7d",
            "outflowMonth",
            "largest",
            "smallest",
            "usual",
            "norm",
            "spread",
            "salaryDay",
            "clicks1d",
            "clicksNorm",
            "pages",
            "firstPage",
            "lastPage",
            "sinceClick");

    private static final String CREDIT =
            "{\"accountId\":\"a\",\"direction\":\"credit\",\"amount\":\"%s\",\"currency\":\"CNY\",\"category\":\"transfer\"}";
    private static final String DEBIT =
            "{\"accountId\":\"a\",\"direction\":\"debit\",\"amount\":\"%s\",\"currency\":\"CNY\",\"category\":\"transfer\"}";
    private static final String CLICK = "{\"page\":\"%s\",\"action\":\"view\",\"productId\":\"%s\"}";
    private static final String FEEDBACK = "{\"actionId\":\"%s\",\"channel\":\"push\",\"outcome\":\"%s\"}";

    private final Release release = release();
    private final Decider decider = new Decider();
    private final CustomerState state = new CustomerState("C-1024");
    private final List<String> issued = new ArrayList<>();
    private int events;

    static CustomerState end() {
        try (DecidedLife life = new DecidedLife()) {
            life.live();
            return life.state;
        }
    }

    private void live() {
        event(EventTypes.PROFILE_UPDATED, "2025-07-01T09:00", """
                {"kind":"person","birthDate":"1990-04-02","openedOn":"2025-06-30","riskGrade":"R3","aum":"1200.00","currency":"CNY",
                "timeZone":"Asia/Shanghai","language":"zh","branch":"B-021","relationshipManager":"RM-7",
                "consents":["push","sms"],"labels":["payroll"],"blocks":[]}""");
        for (int month = 7; month <= 12; month++) {
            String of = "2025-%02d-".formatted(month);
            event(EventTypes.TRANSACTION_POSTED, of + "15T10:00", CREDIT.formatted("90" + month + ".50"));
            event(EventTypes.TRANSACTION_POSTED, of + "20T11:00", DEBIT.formatted("3" + month + ".25"));
            click(of + "21T12:00", "c", "p" + month);
        }
        event(EventTypes.TRANSACTION_POSTED, "2026-01-05T10:00", CREDIT.formatted("2000.00"));
        click("2026-01-06T10:00", "a", "p1");
        click("2026-01-06T10:02", "b", "p1");
        event(EventTypes.TRANSACTION_POSTED, "2026-01-07T12:00", DEBIT.formatted("310.25"));
        event(EventTypes.TRANSACTION_POSTED, "2026-02-10T10:00", CREDIT.formatted("1500.55"));
        event(EventTypes.FEEDBACK, "2026-02-10T11:00", FEEDBACK.formatted(last(), "refused"));
        event(EventTypes.HOLDING_UPDATED, "2026-02-12T09:30", """
                {"holdingId":"H-5531","productId":"WM-90D-01","family":"wealth","amount":"50000.00","currency":"CNY",
                "openedOn":"2025-11-05","maturesOn":"2026-04-03","status":"active"}""");
        event(EventTypes.CREDIT_APPLICATION_CHANGED, "2026-02-20T12:00", """
                {"applicationId":"A-301","productId":"LOAN-CASH","step":"signed"}""");
        event(EventTypes.CREDIT_LIMIT_UPDATED, "2026-02-21T12:00", """
                {"productId":"LOAN-CASH","limit":"100000.00","used":"20000.00","currency":"CNY","validUntil":"2026-12-31"}""");
        event(EventTypes.CUSTOMER_LISTED, "2026-02-22T12:00", """
                {"label":"spring-renovation-2026","listed":true,"until":"2026-04-30"}""");
        event(EventTypes.CUSTOMER_LINKED, "2026-02-23T12:00", """
                {"relation":"owns","otherId":"E-77","otherKind":"customer","ended":false}""");
        event(EventTypes.PROFILE_UPDATED, "2026-03-01T09:00", """
                {"aum":"290.00","currency":"CNY"}""");
        event(EventTypes.TRANSACTION_POSTED, "2026-03-04T12:00", CREDIT.formatted("18500.00"));
        click("2026-03-05T11:00", "b", "p2");
        event(EventTypes.TRANSACTION_POSTED, "2026-03-05T12:00", DEBIT.formatted("7000.10"));
        event(EventTypes.FEEDBACK, "2026-03-05T12:30", FEEDBACK.formatted(last(), "opened"));
        event(EventTypes.TRANSACTION_POSTED, "2026-03-05T22:00", CREDIT.formatted("40000.00"));
        event(EventTypes.TRANSACTION_POSTED, "2026-03-05T22:01", DEBIT.formatted("9000.00"));
        click("2026-03-05T22:05", "a", "p3");
    }

    private void click(String time, String page, String product) {
        event(EventTypes.APP_CLICK, time, CLICK.formatted(page, product));
    }

    private String last() {
        return issued.get(issued.size() - 1);
    }

    private void event(String type, String local, String data) {
        EventEnvelope event = new EventEnvelope(
                "e" + events++,
                "/life",
                type,
                state.customer(),
                OffsetDateTime.parse(local + ":00+08:00").toInstant(),
                data.getBytes(StandardCharsets.UTF_8));
        Outcome outcome =
                decider.decide(state, new Input.Event(event, new Origin("t", 0, events)), release, Now.EVENT_TIME);
        if (outcome.status() != Outcome.Status.DECIDED) {
            throw new AssertionError(event + ": " + outcome.status(), outcome.rejection());
        }
        outcome.issued().forEach(action -> issued.add(action.id()));
    }

    /** In this release every part of the engine has something to remember. */
    static Release release() {
        return new TestRelease()
                .with("strategies/greet-gold.yaml", null)
                .with("strategies/greet-plain.yaml", null)
                .with("strategies/form-help.yaml", null)
                .with("strategies/renew.yaml", null)
                .with("segments/tiers.drl", null)
                .with("policy.yaml", """
                        currency: { base: CNY, rates: { USD: 7.0 } }
                        tiers: [gold, silver, plain]
                        stages: [dormant, fresh, prospect]
                        contacts: { perDay: 3, perWeek: 9, quietHours: { from: "21:00", until: "08:00" } }
                        """)
                .with("calendar.yaml", """
                        zone: Asia/Shanghai
                        tick: "08:00"
                        wakes:
                          - { on: silence, days: [20] }
                          - { on: holding-maturity, families: [wealth], days: [3] }
                        """)
                .with("features.yaml", """
                        - { id: inflow7d, event: bank.transaction.posted.v1, where: { direction: [credit] }, aggregate: sum, of: amount, window: 7d, bucket: 1d }
                        - { id: outflowMonth, event: bank.transaction.posted.v1, where: { direction: [debit] }, aggregate: sum, of: amount, window: 1mo, bucket: 1mo }
                        - { id: largest, event: bank.transaction.posted.v1, aggregate: max, of: amount, window: 90d, bucket: 1d }
                        - { id: smallest, event: bank.transaction.posted.v1, aggregate: min, of: amount, window: 90d, bucket: 1d }
                        - { id: usual, event: bank.transaction.posted.v1, where: { direction: [credit] }, aggregate: average, of: amount, window: 30d, bucket: 1d }
                        - { id: norm, event: bank.transaction.posted.v1, where: { direction: [debit] }, aggregate: mean, of: amount, window: 6mo, bucket: 1mo }
                        - { id: spread, event: bank.transaction.posted.v1, where: { direction: [debit] }, aggregate: deviation, of: amount, window: 6mo, bucket: 1mo }
                        - { id: salaryDay, event: bank.transaction.posted.v1, where: { direction: [credit] }, aggregate: usualDay, window: 6mo, bucket: 1mo }
                        - { id: clicks1d, event: app.click.v1, aggregate: count, window: 1d, bucket: 1h }
                        - { id: clicksNorm, event: app.click.v1, aggregate: mean, window: 6mo, bucket: 1mo }
                        - { id: pages, event: app.click.v1, aggregate: distinct, of: page, window: 90d, bucket: 1d }
                        - { id: firstPage, event: app.click.v1, aggregate: first, of: page, window: 90d, bucket: 1d }
                        - { id: lastPage, event: app.click.v1, aggregate: last, of: page, window: 90d, bucket: 1d }
                        - { id: sinceClick, event: app.click.v1, aggregate: timeSinceLast, window: 30d, bucket: 1d }
                        """)
                .with("patterns.yaml", """
                        - id: left
                          steps: [{ event: app.click.v1, where: { page: [a] } }]
                          unless: { event: credit.application.changed.v1, where: { step: [applied] } }
                          within: 10m
                          by: productId
                          limit: 3
                        - id: thrice
                          steps: [{ event: app.click.v1, where: { page: [b] }, times: 3 }]
                          within: 1d
                          by: productId
                        """)
                .with("scorecards.yaml", """
                        - id: value
                          label: tier
                          for: person
                          indicators: [{ name: assets, of: aum, points: [[0, 0], [10000000, 10000000]] }]
                          levels: [{ level: gold, from: 1000 }, { level: silver, from: 300 }, { level: plain, from: 0 }]
                          hold: 30d
                          near: 10%
                          movable: assets
                        """)
                .with("lifecycle.yaml", """
                        person:
                          initial: prospect
                          stages:
                            - { stage: dormant, to: [fresh] }
                            - { stage: fresh, to: [dormant] }
                            - { stage: prospect, to: [fresh, dormant] }
                        company:
                          initial: prospect
                          stages:
                            - { stage: dormant, to: [fresh] }
                            - { stage: fresh, to: [dormant] }
                            - { stage: prospect, to: [fresh, dormant] }
                        """)
                .with("segments/segments.drl", """
                        rule "much came in"
                        when Features( inflow7d.atLeast(2000) )
                        then conclude.segment("flush"); end
                        rule "on a list"
                        when Customer( labels contains "spring-renovation-2026" )
                        then conclude.segment("renovating"); end
                        """)
                .with("stages/stages.drl", """
                        rule "whoever does something is fresh"
                        when LifeCycle( silentDays < 20 )
                        then conclude.stage("fresh"); end
                        rule "silence is sleep"
                        when LifeCycle( silentDays >= 20 )
                        then conclude.stage("dormant"); end
                        """)
                .with("moments/form.drl", """
                        rule "a form was left"
                        when $p : CompletedPattern( name == "left" )
                        then conclude.moment("form-left").about($p.subject()); end
                        rule "something was looked at thrice"
                        when $p : CompletedPattern( name == "thrice" )
                        then conclude.moment("thrice").about($p.subject()); end
                        """)
                .with("moments/outflow.drl", """
                        rule "a large sum went out"
                        when $t : TransactionPosted( debit, amount.atLeast(5000) )
                        then conclude.moment("outflow").with("amount", $t.amount()); end
                        """)
                .with("strategies/greet-all.yaml", card("greet-all", "moment: inflow", "step: [signed]"))
                .with("strategies/keep.yaml", card("keep", "moment: outflow", "step: [signed]"))
                .with("strategies/help.yaml", card("help", "moment: form-left", "step: [signed]"))
                .with("strategies/look.yaml", card("look", "moment: thrice", "step: [signed]"))
                .with(
                        "strategies/bind.yaml",
                        card("bind", "waves: { stage: fresh, days: [1, 3, 7] }", "step: [signed]"))
                .compile();
    }

    private static String card(String id, String when, String goal) {
        return """
                id: %s
                name: Test card
                owner: test
                %s
                content: greeting
                priority: 50
                ladder: [push, { channel: person, after: 2d }]
                goal: { event: credit.application.changed.v1, where: { %s }, class: scale, within: 7d }
                maxAge: 24h
                expiresAfter: 3d
                valid: { until: 2099-12-31 }
                """.formatted(id, when, goal);
    }

    @Override
    public void close() {
        decider.close();
    }
}
