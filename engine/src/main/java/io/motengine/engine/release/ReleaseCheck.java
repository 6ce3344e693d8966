package io.motengine.engine.release;

import io.motengine.engine.events.Condition;
import io.motengine.engine.events.EventMember;
import io.motengine.engine.events.KnownEvents;
import io.motengine.engine.features.FeatureSpec;
import io.motengine.engine.patterns.PatternSpec;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.schemas.money.Currencies;
import io.motengine.schemas.release.ReleaseFiles;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Checks what the types of the YAML records cannot: names that must exist, values that must make sense together. */
final class ReleaseCheck {
    private static final Pattern FIELD_NAME = Pattern.compile("[a-z][a-zA-Z0-9]{2,}");
    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final ReleaseFiles files;
    private final KnownEvents events;
    private final List<Finding> findings;

    ReleaseCheck(ReleaseFiles files, KnownEvents events, List<Finding> findings) {
        this.files = files;
        this.events = events;
        this.findings = findings;
    }

    void policy(Policy policy) {
        if (policy == null) {
            return;
        }
        String file = "policy.yaml";
        if (policy.currency() == null
                || !Currencies.known(String.valueOf(policy.currency().base()))) {
            report(file, "base", "currency.base: an ISO 4217 code expected, such as CNY");
            return;
        }
        policy.currency().rates().keySet().stream()
                .filter(code -> !Currencies.known(code))
                .forEach(code -> report(file, code, "currency.rates." + code + " (expected: an ISO 4217 code)"));
        require(
                policy.contacts().perDay() >= 1,
                file,
                "perDay",
                policy.contacts().perDay(),
                "1 or more");
        require(
                policy.contacts().perWeek() >= 1,
                file,
                "perWeek",
                policy.contacts().perWeek(),
                "1 or more");
        require(
                policy.time().correctionAllowance().compareTo(policy.time().dedupeHorizon()) <= 0,
                file,
                "correctionAllowance",
                policy.time().correctionAllowance(),
                "at most the dedupe horizon, " + policy.time().dedupeHorizon());
    }

    void calendar(Calendar calendar) {
        if (calendar != null && (calendar.zone() == null || calendar.tick() == null)) {
            report("calendar.yaml", "zone", "zone and tick: both expected, such as Asia/Shanghai and 08:00");
        }
    }

    void features(List<FeatureSpec> features) {
        String file = "features.yaml";
        Set<String> ids = new HashSet<>();
        for (FeatureSpec spec : features) {
            String id = String.valueOf(spec.id());
            require(FIELD_NAME.matcher(id).matches(), file, id, id, "camelCase of three letters or more");
            require(ids.add(id), file, id, id, "an id of its own");
            Class<?> type = event(file, id, spec.event());
            where(file, id, type, spec.where());
            boolean sum = spec.aggregate() == FeatureSpec.Aggregate.SUM;
            EventMember of = type == null || spec.of() == null ? null : EventMember.of(type, spec.of());
            require(
                    spec.aggregate() != null && sum == (of != null && of.kind() == EventMember.Kind.MONEY),
                    file,
                    id,
                    "aggregate " + spec.aggregate() + " of " + spec.of(),
                    "count without of, or sum of a money member");
            require(
                    wholeBuckets(spec.window(), spec.bucket()),
                    file,
                    id,
                    "window " + spec.window() + " in buckets of " + spec.bucket(),
                    "1 to 400 whole buckets of a minute or more");
        }
    }

    private static boolean wholeBuckets(Duration window, Duration bucket) {
        return window != null
                && bucket != null
                && bucket.compareTo(Duration.ofMinutes(1)) >= 0
                && window.toMillis() % bucket.toMillis() == 0
                && window.dividedBy(bucket) >= 1
                && window.dividedBy(bucket) <= 400;
    }

    void patterns(List<PatternSpec> patterns) {
        String file = "patterns.yaml";
        Set<String> ids = new HashSet<>();
        for (PatternSpec spec : patterns) {
            String id = String.valueOf(spec.id());
            require(KEBAB.matcher(id).matches() && ids.add(id), file, id, id, "a kebab-case id of its own");
            require(
                    spec.within() != null && !spec.within().isNegative(),
                    file,
                    id,
                    spec.within(),
                    "within: a duration");
            require(spec.limit() >= 1 && spec.limit() <= 100, file, id, spec.limit(), "limit: 1 to 100");
            for (PatternSpec.Step step : List.of(spec.open(), spec.unless())) {
                Class<?> type = event(file, id, step.event());
                where(file, id, type, step.where());
                if (type != null && spec.by() != null) {
                    member(file, id, type, spec.by());
                }
            }
        }
    }

    void cards(Map<String, StrategyCard> cards, Catalog catalog) {
        cards.forEach((id, card) -> {
            String file = CardReader.path(id);
            require(KEBAB.matcher(id).matches(), file, "id:", id, "kebab-case");
            present(file, "name", card.name(), "in plain words");
            present(file, "moment", card.moment(), "the moment it answers");
            present(file, "owner", card.owner(), "the team that answers for it");
            present(file, "valid", card.valid(), "from and until");
            present(file, "maxAge", card.maxAge(), "a duration");
            present(file, "expiresAfter", card.expiresAfter(), "a duration");
            present(file, "goal", card.goal(), "the event that counts as success");
            require(card.priority() >= 1 && card.priority() <= 100, file, "priority:", card.priority(), "1 to 100");
            present(file, "ladder", card.ladder().isEmpty() ? null : card.ladder(), "one channel or more");
            card.ladder()
                    .forEach(channel ->
                            known(file, "ladder", channel, catalog.channels().keySet()));
            known(
                    file,
                    "content",
                    String.valueOf(card.content()),
                    catalog.content().keySet());
            if (card.product() != null) {
                known(file, "product", card.product(), catalog.products().keySet());
            }
        });
    }

    private Class<?> event(String file, String id, String event) {
        Class<?> type = event == null ? null : events.factOf(event);
        require(type != null, file, id, "event " + event, "one of " + events.types());
        return type;
    }

    private void where(String file, String id, Class<?> type, Map<String, Condition> where) {
        if (type != null && where != null) {
            where.forEach((member, condition) -> {
                member(file, id, type, member);
                EventMember found = EventMember.of(type, member);
                if (found != null && condition.isRange()) {
                    require(
                            found.kind() == EventMember.Kind.MONEY || found.kind() == EventMember.Kind.NUMBER,
                            file,
                            id,
                            "a range of " + member,
                            "a member that is money or a number");
                }
            });
        }
    }

    private void member(String file, String id, Class<?> type, String member) {
        require(
                EventMember.of(type, member) != null,
                file,
                id,
                member,
                "a member of " + type.getSimpleName() + ": " + EventMember.names(type));
    }

    private void present(String file, String key, Object value, String expected) {
        if (value == null) {
            findings.add(new Finding(file, 1, 0, key + ": none (expected: " + expected + ")"));
        }
    }

    private void known(String file, String key, String id, Collection<String> known) {
        require(known.contains(id), file, key + ":", key + " " + id, "one of the catalog's " + new TreeSet<>(known));
    }

    private void require(boolean holds, String file, String near, Object found, String expected) {
        if (!holds) {
            report(file, near, near.replace(":", "") + ": " + found + " (expected: " + expected + ")");
        }
    }

    private void report(String file, String near, String message) {
        findings.add(new Finding(file, Lines.of(files.files().get(file), near), 0, message));
    }
}
