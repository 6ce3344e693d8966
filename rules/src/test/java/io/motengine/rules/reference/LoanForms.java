package io.motengine.rules.reference;

import io.motengine.rules.reference.Entry.Abandoned;
import io.motengine.rules.reference.Entry.Told;
import io.motengine.schemas.event.AppClick;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The absence of {@code patterns.yaml}: a loan form started and not submitted within ten minutes. */
final class LoanForms {
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final int LIMIT = 3;

    private final List<Form> open = new ArrayList<>();

    private record Form(String product, String opening, Instant openedAt) {}

    void take(Entry entry) {
        if (entry instanceof Abandoned abandoned) {
            open.removeIf(form ->
                    form.opening().equals(abandoned.opening()) && form.product().equals(abandoned.product()));
        } else if (entry instanceof Told told
                && told.body() instanceof AppClick click
                && click.page().equals("loan-application")) {
            take(told, click);
        }
    }

    private void take(Told told, AppClick click) {
        String product = Objects.requireNonNullElse(click.productId(), "");
        boolean start = click.action().equals("start");
        if (!start && !click.action().equals("submit")) {
            return;
        }
        open.removeIf(form -> form.product().equals(product) && !form.openedAt().isAfter(told.time()));
        if (start && open.stream().noneMatch(form -> form.product().equals(product))) {
            open.add(new Form(product, told.name(), told.time()));
        }
        if (open.size() > LIMIT) {
            open.remove(open.stream()
                    .min(Comparator.comparing(Form::openedAt).thenComparing(Form::product))
                    .orElseThrow());
        }
    }

    List<Abandoned> open() {
        return open.stream()
                .map(form -> new Abandoned(form.openedAt().plus(WITHIN), form.product(), form.opening()))
                .sorted(Comparator.comparing(Abandoned::time).thenComparing(Abandoned::product))
                .toList();
    }
}
