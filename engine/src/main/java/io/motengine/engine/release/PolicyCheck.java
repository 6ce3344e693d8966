package io.motengine.engine.release;

import io.motengine.engine.catalog.Catalog;
import io.motengine.engine.catalog.Product;
import io.motengine.engine.governance.TierRules;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.tasks.TaskFacts;
import io.motengine.schemas.money.Currencies;
import io.motengine.schemas.release.ReleaseFiles;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks {@code policy.yaml}. */
final class PolicyCheck {
    static final String FILE = "policy.yaml";

    /** A burst is over by then; whatever waits for longer is not decided in time. */
    private static final Duration LONGEST_SETTLING = Duration.ofMinutes(5);

    private final FileFindings findings;

    PolicyCheck(ReleaseFiles files, List<Finding> findings) {
        this.findings = new FileFindings(FILE, files.files().get(FILE), findings);
    }

    /** Checks a policy against the names that it speaks of; null is nothing to check. */
    void check(Policy policy, Catalog catalog, Collection<String> strategies) {
        if (policy == null) {
            return;
        }
        currency(policy.currency());
        Policy.Time time = policy.time();
        findings.require(
                time.correctionAllowance().compareTo(time.dedupeHorizon()) <= 0,
                "/time/correctionAllowance",
                "correctionAllowance: " + Bounds.text(time.correctionAllowance()),
                "at most the dedupe horizon, " + Bounds.text(time.dedupeHorizon()));
        new ContactRulesCheck(findings)
                .check(policy.contacts(), catalog.channels().keySet(), strategies, families(catalog), policy.stages());
        policy.tierRules()
                .forEach((tier, rules) ->
                        tier(tier, rules, policy.tiers(), catalog.channels().keySet()));
        findings.require(
                Bounds.within(policy.arbitration().settle(), LONGEST_SETTLING),
                "/arbitration/settle",
                "settle: " + Bounds.text(policy.arbitration().settle()),
                "0s to " + Bounds.text(LONGEST_SETTLING));
        share("/holdOuts/universal", "universal", policy.holdOuts().universal());
        share("/decisions/nonActions", "nonActions", policy.decisions().nonActions());
        taskFacts(policy.tasks().facts());
        forbiddenWords(policy.forbiddenWords());
    }

    private void currency(Policy.Currency currency) {
        String base = currency == null ? null : currency.base();
        findings.require(
                base != null && Currencies.known(base),
                "/currency/base",
                "base: " + base,
                "an ISO 4217 code, such as CNY");
        if (currency != null) {
            currency.rates()
                    .forEach((code, rate) -> findings.require(
                            Currencies.known(code) && rate.signum() > 0,
                            "/currency/rates/" + code,
                            code + ": " + Bounds.text(rate),
                            "an ISO 4217 code, and a rate above 0"));
        }
    }

    private void tier(String tier, TierRules rules, Collection<String> tiers, Collection<String> channels) {
        String at = "/tierRules/" + tier;
        findings.known(at, "tier", tier, tiers);
        for (int i = 0; i < rules.channels().size(); i++) {
            findings.known(at + "/channels/" + i, "channel", rules.channels().get(i), channels);
        }
        findings.require(
                rules.perMonth() == null || rules.perMonth().signum() >= 0,
                at + "/perMonth",
                "perMonth: " + Bounds.text(rules.perMonth()),
                "0 or more, or no such line for no limit");
        Set<String> places = new HashSet<>();
        for (int i = 0; i < rules.ladder().size(); i++) {
            String channel = rules.ladder().get(i);
            String here = at + "/ladder/" + i;
            findings.known(here, "channel", channel, rules.channels().isEmpty() ? channels : rules.channels());
            findings.require(places.add(channel), here, "channel: " + channel + ", the second time", "each once");
        }
    }

    private void share(String at, String key, BigDecimal share) {
        findings.require(Bounds.share(share), at, key + ": " + Bounds.text(share), "a share, 0 to 1");
    }

    private void taskFacts(List<String> facts) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < facts.size(); i++) {
            String at = "/tasks/facts/" + i;
            findings.known(at, "fact", facts.get(i), TaskFacts.names());
            findings.require(seen.add(facts.get(i)), at, "fact: " + facts.get(i) + ", the second time", "each once");
        }
    }

    private void forbiddenWords(List<String> words) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            findings.require(!Bounds.blank(word), "/forbiddenWords/" + i, "forbiddenWords: \"\"", "a word or more");
            findings.require(
                    seen.add(word), "/forbiddenWords/" + i, "forbiddenWords: " + word + ", twice", "each once");
        }
    }

    private static Set<String> families(Catalog catalog) {
        return catalog.products().values().stream()
                .map(Product::family)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
