package io.motengine.engine.allocate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Slow and obvious: keeps every message that counted, and adds up anew for every question. */
final class NaiveAllocator {
    private final List<Need> given = new ArrayList<>();
    private final Map<String, Asked.Correct> corrections = new HashMap<>();
    private final Set<Need> asked = new HashSet<>();

    Optional<String> take(Asked message) {
        if (message instanceof Asked.Claim claim) {
            asked.addAll(claim.needs());
            Optional<Need> missing = claim.needs().stream()
                    .filter(need -> !holds(need) && !leaves(need))
                    .findFirst();
            if (missing.isEmpty()) {
                claim.needs().stream().filter(need -> !holds(need)).forEach(given::add);
            }
            return missing.map(Need::resource);
        }
        if (message instanceof Asked.GiveBack back) {
            given.removeIf(need ->
                    need.resource().equals(back.resource()) && need.claim().equals(back.claim()));
        } else if (message instanceof Asked.Correct correct) {
            corrections.putIfAbsent(correct.id(), correct);
        }
        return Optional.empty();
    }

    private boolean holds(Need need) {
        return given.stream()
                .anyMatch(held ->
                        held.resource().equals(need.resource()) && held.claim().equals(need.claim()));
    }

    private boolean leaves(Need need) {
        long most = need.most() + change(need.resource());
        boolean affordable = need.mostCost() == Need.UNLIMITED
                || spent(need.resource()) + need.cost() <= Math.max(0, need.mostCost() + budgetChange(need.resource()));
        return out(need.resource()) + 1 <= most && affordable;
    }

    long out(String resource) {
        return given.stream().filter(need -> need.resource().equals(resource)).count();
    }

    long spent(String resource) {
        return given.stream()
                .filter(need -> need.resource().equals(resource))
                .mapToLong(Need::cost)
                .sum();
    }

    /** What the release says and every correction upwards. */
    long mostEver(String resource) {
        return asked.stream()
                        .filter(need -> need.resource().equals(resource))
                        .mapToLong(Need::most)
                        .max()
                        .orElse(0)
                + corrections.values().stream()
                        .filter(correct -> correct.resource().equals(resource))
                        .mapToLong(correct -> Math.max(0, correct.change()))
                        .sum();
    }

    private long change(String resource) {
        return corrections.values().stream()
                .filter(correct -> correct.resource().equals(resource))
                .mapToLong(Asked.Correct::change)
                .sum();
    }

    private long budgetChange(String resource) {
        return corrections.values().stream()
                .filter(correct -> correct.resource().equals(resource))
                .mapToLong(Asked.Correct::budgetChange)
                .sum();
    }
}
