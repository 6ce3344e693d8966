package io.motengine.engine.release;

import io.motengine.engine.governance.ContactRules;
import io.motengine.engine.governance.ContactRules.Cap;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks {@code contacts} of {@code policy.yaml}. */
final class ContactRulesCheck {
    private static final String AT = "/contacts";

    /** Contacts and refusals are remembered for so long: the ledger knows nothing older. */
    private static final Duration LONGEST_GAP = Duration.ofDays(90);

    private static final Duration LONGEST_REST = Duration.ofDays(400);

    private final FileFindings findings;

    ContactRulesCheck(FileFindings findings) {
        this.findings = findings;
    }

    void check(
            ContactRules rules,
            Collection<String> channels,
            Collection<String> strategies,
            Collection<String> families,
            Collection<String> stages) {
        most(AT + "/perDay", "perDay", rules.perDay());
        most(AT + "/perWeek", "perWeek", rules.perWeek());
        Set<List<String>> scopes = new HashSet<>();
        for (int i = 0; i < rules.caps().size(); i++) {
            Cap cap = rules.caps().get(i);
            String at = AT + "/caps/" + i;
            most(at + "/most", "most", cap.most());
            findings.require(cap.per() != null, at, "per: none", "day, week or month");
            named(at + "/channel", "channel", cap.channel(), channels);
            named(at + "/strategy", "strategy", cap.strategy(), strategies);
            named(at + "/family", "family", cap.family(), families);
            named(at + "/stage", "stage", cap.stage(), stages);
            findings.require(scopes.add(scope(cap)), at, "a cap of the same, the second time", "one");
        }
        findings.require(
                Bounds.within(rules.minGap(), LONGEST_GAP),
                AT + "/minGap",
                "minGap: " + Bounds.text(rules.minGap()),
                "0s to " + Bounds.text(LONGEST_GAP));
        rules.coolDown()
                .forEach((reason, rest) -> findings.require(
                        Bounds.positive(rest) && Bounds.within(rest, LONGEST_REST),
                        AT + "/coolDown/" + reason,
                        reason + ": " + Bounds.text(rest),
                        "more than 0s, at most " + Bounds.text(LONGEST_REST)));
        quietHours(rules.quietHours());
    }

    private void quietHours(ContactRules.QuietHours quiet) {
        if (quiet != null) {
            findings.require(
                    quiet.from() != null
                            && quiet.until() != null
                            && !quiet.from().equals(quiet.until()),
                    AT + "/quietHours",
                    "quietHours: from " + Bounds.text(quiet.from()) + " until " + Bounds.text(quiet.until()),
                    "two times that differ, such as \"21:00\" and \"08:00\"");
        }
    }

    private void most(String at, String key, int most) {
        findings.require(most >= 1, at, key + ": " + most, "1 or more");
    }

    private void named(String at, String what, String name, Collection<String> known) {
        if (name != null) {
            findings.known(at, what, name, known);
        }
    }

    private static List<String> scope(Cap cap) {
        return List.of(
                Bounds.text(cap.per()),
                Bounds.text(cap.channel()),
                Bounds.text(cap.strategy()),
                Bounds.text(cap.family()),
                Bounds.text(cap.stage()));
    }
}
