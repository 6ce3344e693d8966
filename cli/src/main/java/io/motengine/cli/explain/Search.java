package io.motengine.cli.explain;

import io.motengine.cli.screen.Numbers;
import io.motengine.cli.screen.Stages;
import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.DecisionCodec;
import io.motengine.schemas.decision.DecisionRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/** Finds the decisions that an id is about: of that id itself, of the action of that id, of the customer, or on a strategy. */
final class Search {
    private static final long QUIET_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int BETWEEN = 10_000;

    private final Records records;
    private final Stages stages;
    private final LongSupplier nanos;
    private final long startedAt;
    private long seen;

    Search(Records records, Stages stages, LongSupplier nanos) {
        this.records = records;
        this.stages = stages;
        this.nanos = nanos;
        this.startedAt = nanos.getAsLong();
    }

    /**
     * What was found.
     *
     * @param decisions each once, in the customer's order
     * @param searched decisions looked at
     */
    record Found(List<DecisionRecord> decisions, FollowUps followUps, long searched) {}

    /** @param last so many decisions of a customer or on a strategy, the newest */
    Found find(String id, int last) {
        Map<String, DecisionRecord> found = new LinkedHashMap<>();
        NewestOfStrategy ofStrategy = new NewestOfStrategy(id, last);
        Bytes sought = new Bytes(id);
        long searched = records.decisions(value -> {
            progress("decisions");
            DecisionRecord decision = sought.areIn(value) ? read(value) : null;
            if (decision == null) {
                return;
            }
            if (isAbout(decision, id)) {
                found.putIfAbsent(decision.id(), decision);
            } else {
                ofStrategy.take(decision);
            }
        });
        if (found.isEmpty()) {
            List<DecisionRecord> newest = ofStrategy.decisions();
            return new Found(newest, followUps(id, newest), searched);
        }
        List<DecisionRecord> decisions = new ArrayList<>(found.values());
        decisions.sort(Comparator.comparing(DecisionRecord::customer).thenComparing(DecisionRecord::sequence));
        boolean ofCustomer =
                decisions.stream().allMatch(decision -> decision.customer().equals(id));
        if (ofCustomer && decisions.size() > last) {
            decisions = decisions.subList(decisions.size() - last, decisions.size());
        }
        return new Found(List.copyOf(decisions), followUps(id, decisions), searched);
    }

    /** An action whose decision is gone may still be on its topic. */
    private FollowUps followUps(String id, List<DecisionRecord> decisions) {
        Set<String> ids = new TreeSet<>();
        if (decisions.isEmpty()) {
            ids.add(id);
        }
        decisions.stream()
                .flatMap(decision -> decision.candidates().stream())
                .map(DecisionRecord.CandidateFate::actionId)
                .filter(Objects::nonNull)
                .forEach(ids::add);
        FollowUps followUps = new FollowUps();
        List<Bytes> sought = ids.stream().map(Bytes::new).toList();
        if (!sought.isEmpty()) {
            records.followUps(value -> {
                progress("actions and feedback");
                if (sought.stream().anyMatch(bytes -> bytes.areIn(value))) {
                    followUps.take(value);
                }
            });
        }
        return followUps;
    }

    private static boolean isAbout(DecisionRecord decision, String id) {
        return decision.id().equals(id)
                || decision.customer().equals(id)
                || decision.merged().contains(id)
                || decision.candidates().stream().anyMatch(candidate -> id.equals(candidate.actionId()));
    }

    private static DecisionRecord read(byte[] value) {
        try {
            return DecisionCodec.read(value);
        } catch (BadEventException e) {
            return null;
        }
    }

    private void progress(String what) {
        if (++seen % BETWEEN == 0 && nanos.getAsLong() - startedAt > QUIET_NANOS) {
            stages.doing("looking through " + what + ": " + Numbers.count(seen) + " records");
        }
    }
}
