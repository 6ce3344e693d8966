package io.motengine.engine.tasks;

import io.motengine.engine.facts.Customer;
import io.motengine.engine.state.CreditLimit;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.HeldProduct;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the person who is given a task may see of the customer: nothing that policy does not name. Why a customer must not be
 * approached is nothing that policy could name.
 */
public final class TaskFacts {
    /** What a person can use in a talk, and no more. */
    public static final List<String> USUAL =
            List.of("tier", "stage", "segments", "riskGrade", "aum", "holdings", "maturing", "lastContacts");

    private static final int MOST = 10;
    private static final int DAYS_AHEAD = 30;
    private static final Map<String, Function<TaskFacts, String>> FACTS = new TreeMap<>(Map.ofEntries(
            Map.entry("tier", facts -> facts.customer.tier()),
            Map.entry("stage", facts -> facts.customer.stage()),
            Map.entry("segments", facts -> list(facts.customer.segments().stream())),
            Map.entry("kind", facts -> facts.customer.kind()),
            Map.entry("age", facts -> facts.customer.age() < 0 ? "" : Integer.toString(facts.customer.age())),
            Map.entry("language", facts -> facts.customer.language()),
            Map.entry("preferredChannel", facts -> Objects.toString(facts.customer.preferredChannel(), "")),
            Map.entry("branch", facts -> facts.customer.branch()),
            Map.entry("labels", facts -> list(facts.customer.labels().stream())),
            Map.entry("riskGrade", facts -> facts.customer.riskGrade() == 0 ? "" : "R" + facts.customer.riskGrade()),
            Map.entry("aum", facts -> Objects.toString(facts.state.profile().aum(), "")),
            Map.entry(
                    "openedOn", facts -> Objects.toString(facts.state.profile().openedOn(), "")),
            Map.entry("holdings", facts -> list(facts.held().map(TaskFacts::words))),
            Map.entry("maturing", TaskFacts::maturing),
            Map.entry("limits", TaskFacts::limits),
            Map.entry("refusals", TaskFacts::refusals),
            Map.entry("lastContacts", TaskFacts::lastContacts)));

    private final Customer customer;
    private final CustomerState state;
    private final Instant now;
    private final ZoneId zone;

    private TaskFacts(Customer customer, CustomerState state, Instant now, ZoneId zone) {
        this.customer = customer;
        this.state = state;
        this.now = now;
        this.zone = zone;
    }

    /** Everything that policy may name. */
    public static Collection<String> names() {
        return FACTS.keySet();
    }

    /**
     * The facts that are allowed, in words; what is not known is left out.
     *
     * @param now the clock of governance
     * @param zone the bank's
     */
    public static Map<String, String> of(
            List<String> allowed, Customer customer, CustomerState state, Instant now, ZoneId zone) {
        TaskFacts facts = new TaskFacts(customer, state, now, zone);
        Map<String, String> words = new TreeMap<>();
        for (String name : allowed) {
            String fact = FACTS.get(name).apply(facts);
            if (fact != null && !fact.isEmpty()) {
                words.put(name, fact);
            }
        }
        return words;
    }

    private Stream<HeldProduct> held() {
        return state.holdings().values().stream().filter(HeldProduct::active);
    }

    private static String words(HeldProduct held) {
        return held.amount() == null ? held.product() : held.product() + " " + held.amount();
    }

    private String maturing() {
        LocalDate today = day(now.toEpochMilli());
        LocalDate last = today.plusDays(DAYS_AHEAD);
        return list(held().filter(held -> held.maturesOn() != null)
                .filter(held ->
                        !held.maturesOn().isBefore(today) && !held.maturesOn().isAfter(last))
                .sorted(Comparator.comparing(HeldProduct::maturesOn))
                .map(held -> held.maturesOn() + " " + words(held)));
    }

    private String limits() {
        LocalDate today = day(now.toEpochMilli());
        return list(state.limits().entrySet().stream()
                .filter(limit -> limit.getValue().leaves(today))
                .map(limit -> limit.getKey() + " " + words(limit.getValue())));
    }

    private static String words(CreditLimit limit) {
        return limit.used() == null ? limit.limit().toString() : limit.used() + " used of " + limit.limit();
    }

    private String refusals() {
        return list(newest(state.refusals().stream()
                .map(refusal -> day(refusal.at()) + " " + refusal.strategy() + ": " + refusal.reason())
                .toList()));
    }

    /** Contacts that are only reserved are none yet. */
    private String lastContacts() {
        return list(newest(state.contacts().stream()
                .filter(contact -> contact.at() <= now.toEpochMilli())
                .map(contact -> day(contact.at()) + " " + contact.channel() + ": " + contact.strategy())
                .toList()));
    }

    /** The record has the oldest first. */
    private static Stream<String> newest(List<String> oldestFirst) {
        return Stream.iterate(oldestFirst.size() - 1, i -> i >= 0, i -> i - 1).map(oldestFirst::get);
    }

    private LocalDate day(long at) {
        return Instant.ofEpochMilli(at).atZone(zone).toLocalDate();
    }

    private static String list(Stream<String> words) {
        return words.limit(MOST).collect(Collectors.joining("; "));
    }
}
