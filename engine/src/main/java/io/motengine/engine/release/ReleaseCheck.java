package io.motengine.engine.release;

import io.motengine.engine.catalog.Catalog;
import io.motengine.engine.events.Condition;
import io.motengine.engine.events.EventMember;
import io.motengine.engine.events.KnownEvents;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.engine.strategies.StrategyCard;
import io.motengine.schemas.money.Currencies;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Checks what the types of the YAML records cannot: names that must exist, values that must make sense together. */
final class ReleaseCheck {
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

    private void waves(String file, StrategyCard.Waves waves, Collection<String> stages) {
        require(
                stages.contains(String.valueOf(waves.stage())),
                file,
                "stage:",
                waves.stage(),
                "one of the life cycle's " + stages);
        require(
                !waves.days().isEmpty() && waves.days().stream().allMatch(day -> day >= 1 && day <= 3_660),
                file,
                "days:",
                waves.days(),
                "one day or more, each from 1 to 3660");
    }

    void cards(Map<String, StrategyCard> cards, Catalog catalog, Collection<String> stages) {
        cards.forEach((id, card) -> {
            String file = CardReader.path(id);
            require(KEBAB.matcher(id).matches(), file, "id:", id, "kebab-case");
            present(file, "name", card.name(), "in plain words");
            present(
                    file,
                    "moment",
                    card.moment() == null ? card.waves() : card.moment(),
                    "the moment it answers, or waves");
            require(
                    card.moment() == null || card.waves() == null,
                    file,
                    "waves:",
                    "moment and waves",
                    "one of the two");
            if (card.waves() != null) {
                waves(file, card.waves(), stages);
            }
            if (card.goal() != null) {
                Class<?> type = event(file, "goal:", card.goal().event());
                where(file, "goal:", type, card.goal().where());
            }
            present(file, "owner", card.owner(), "the team that answers for it");
            present(file, "valid", card.valid(), "from and until");
            present(file, "maxAge", card.maxAge(), "a duration");
            present(file, "expiresAfter", card.expiresAfter(), "a duration");
            present(file, "goal", card.goal(), "the event that counts as success");
            require(card.priority() >= 1 && card.priority() <= 100, file, "priority:", card.priority(), "1 to 100");
            present(file, "ladder", card.ladder().isEmpty() ? null : card.ladder(), "one channel or more");
            card.channels()
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
