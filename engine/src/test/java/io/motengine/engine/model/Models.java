package io.motengine.engine.model;

import io.motengine.engine.TestRelease;

/** Releases of these tests. */
final class Models {
    private Models() {}

    /** Nothing but policy, calendar, catalog and what is added. */
    static TestRelease bare(String zone, String policy) {
        return new TestRelease()
                .with("features.yaml", null)
                .with("patterns.yaml", null)
                .with("segments/tiers.drl", null)
                .with("stages/stages.drl", null)
                .with("moments/inflow.drl", null)
                .with("moments/form.drl", null)
                .with("moments/maturing.drl", null)
                .with("strategies/greet-gold.yaml", null)
                .with("strategies/greet-plain.yaml", null)
                .with("strategies/greet-all.yaml", null)
                .with("strategies/form-help.yaml", null)
                .with("strategies/renew.yaml", null)
                .with("calendar.yaml", "zone: " + zone + "\ntick: \"08:00\"\n")
                .with("policy.yaml", """
                        currency: { base: CNY, rates: { USD: 7.0 } }
                        tiers: [gold, plain]
                        stages: [fresh, settled]
                        contacts: { perDay: 100, perWeek: 500 }
                        """ + policy);
    }

    /** A service message at a moment. */
    static String serviceCard(String id, String moment) {
        return """
                id: %s
                name: Test card
                owner: test
                moment: %s
                content: greeting
                priority: 50
                ladder: [push]
                goal: { event: app.click.v1, where: { page: [goal] }, class: scale, within: 7d }
                maxAge: 2h
                expiresAfter: 1d
                service: true
                valid: { until: 2099-12-31 }
                """.formatted(id, moment);
    }
}
