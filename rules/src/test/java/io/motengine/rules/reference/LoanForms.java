package io.motengine.rules.reference;

import io.motengine.rules.reference.Entry.Abandoned;
import io.motengine.rules.reference.Entry.Told;
import io.motengine.schemas.event.AppClick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The absence of {@code patterns.yaml}: a loan form started and not submitted within ten minutes. Worked out anew from all clicks
 * in the order of their times, so that a late one changes what was open then.
 */
final class LoanForms {
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final int LIMIT = 3;

    private final Set<Told> clicks = new HashSet<>();
    private final Set<Abandoned> raised = new HashSet<>();

    void take(Entry entry) {
        if (entry instanceof Abandoned abandoned) {
            raised.add(abandoned);
        } else if (entry instanceof Told told
                && told.body() instanceof AppClick click
                && click.page().equals("loan-application")
                && List.of("start", "submit").contains(click.action())) {
            clicks.add(told);
            raised.retainAll(abandoned());
        }
    }

    /** What has been raised and still holds: a late click takes back what it would have prevented. */
    Set<Abandoned> raised() {
        return Set.copyOf(raised);
    }

    /** What has not been raised yet, past and to come. */
    List<Abandoned> open() {
        return abandoned().stream().filter(form -> !raised.contains(form)).toList();
    }

    private List<Abandoned> abandoned() {
        List<Abandoned> abandoned = new ArrayList<>();
        Map<String, Told> open = new TreeMap<>();
        clicks.stream()
                .sorted(Comparator.comparing(Told::time).thenComparing(Told::name))
                .forEach(told -> {
                    moveAbandoned(open, told.time(), abandoned);
                    take(told, open);
                });
        moveAbandoned(open, Instant.MAX, abandoned);
        abandoned.sort(Comparator.comparing(Abandoned::time).thenComparing(Abandoned::product));
        return abandoned;
    }

    private static void take(Told told, Map<String, Told> open) {
        AppClick click = (AppClick) told.body();
        String product = Objects.requireNonNullElse(click.productId(), "");
        if (click.action().equals("submit")) {
            open.remove(product);
            return;
        }
        if (!open.containsKey(product) && open.size() == LIMIT) {
            open.remove(open.entrySet().stream()
                    .min(Map.Entry.<String, Told>comparingByValue(Comparator.comparing(Told::time))
                            .thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey());
        }
        open.put(product, told);
    }

    private static void moveAbandoned(Map<String, Told> open, Instant upTo, List<Abandoned> abandoned) {
        open.entrySet().removeIf(form -> {
            Instant deadline = form.getValue().time().plus(WITHIN);
            boolean ended = !deadline.isAfter(upTo);
            if (ended) {
                abandoned.add(
                        new Abandoned(deadline, form.getKey(), form.getValue().name()));
            }
            return ended;
        });
    }
}
