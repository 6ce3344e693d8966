package io.motengine.engine.patterns;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** One pattern of one customer as of some moment: what is under way, by key. Occurrences are taken in their order. */
final class Progress {
    private final TreeMap<String, Chain> chains = new TreeMap<>();

    Progress copy() {
        Progress copy = new Progress();
        chains.forEach((key, chain) -> copy.chains.put(key, chain.copy()));
        return copy;
    }

    Map<String, Chain> chains() {
        return chains;
    }

    /** Waits that end at the very moment of an event end before it. */
    void take(Occurrence event, CompiledPattern pattern, Collection<Completion> completed) {
        endWaits(event.time(), pattern, completed);
        if (event.prevents()) {
            Chain chain = chains.get(event.key());
            if (chain != null) {
                chain.prevent(event.time());
                forgetIfEmpty(event.key(), chain);
            }
        }
        step(event, pattern, completed);
    }

    /** From the last step down, so that one event takes each chain one step on. The event that completes begins nothing. */
    private void step(Occurrence event, CompiledPattern pattern, Collection<Completion> completed) {
        for (int step = pattern.length() - 1; step >= 0; step--) {
            if (!event.does(pattern.declaredStep(step))) {
                continue;
            }
            Chain chain = chains.get(event.key());
            Start start = step == 0
                    ? new Start(event.time(), event.instance())
                    : chain == null ? null : chain.startBefore(step, event.time(), pattern);
            if (start == null) {
                continue;
            }
            if (step == pattern.length() - 1) {
                complete(event, start, pattern, completed);
                return;
            }
            (chain == null ? open(event, pattern) : chain).reach(step, start);
        }
    }

    private void complete(Occurrence event, Start start, CompiledPattern pattern, Collection<Completion> completed) {
        Chain chain = chains.get(event.key());
        if (!pattern.waits()) {
            completed.add(new Completion(event.key(), start.instance(), event.time()));
            if (chain != null) {
                chain.forgetSteps();
                forgetIfEmpty(event.key(), chain);
            }
            return;
        }
        Chain waiting = chain == null ? open(event, pattern) : chain;
        waiting.forgetSteps();
        waiting.await(start);
        endWaits(event.time(), pattern, completed);
    }

    private Chain open(Occurrence event, CompiledPattern pattern) {
        // Chains whose time has run out are still among them, and are the oldest: they go first.
        while (chains.size() >= pattern.limit()) {
            giveUpOldest();
        }
        Chain chain = new Chain();
        chains.put(event.key(), chain);
        return chain;
    }

    private void giveUpOldest() {
        String oldest = chains.entrySet().stream()
                .min(Comparator.<Map.Entry<String, Chain>>comparingLong(
                                entry -> entry.getValue().newestStart())
                        .thenComparing(Map.Entry::getKey))
                .orElseThrow()
                .getKey();
        chains.remove(oldest);
    }

    /** Completes every wait that ends at or before {@code upTo}. */
    void endWaits(long upTo, CompiledPattern pattern, Collection<Completion> completed) {
        if (!pattern.waits()) {
            return;
        }
        chains.forEach((key, chain) -> {
            Start start = chain.awaited();
            if (start != null && pattern.end(start.time()) <= upTo) {
                completed.add(new Completion(key, start.instance(), pattern.end(start.time())));
                chain.stopWaiting();
            }
        });
        chains.values().removeIf(Chain::isEmpty);
    }

    void forgetExpired(long time, CompiledPattern pattern) {
        chains.values().forEach(chain -> chain.forgetExpired(time, pattern));
        chains.values().removeIf(Chain::isEmpty);
    }

    private void forgetIfEmpty(String key, Chain chain) {
        if (chain.isEmpty()) {
            chains.remove(key);
        }
    }

    void merge(Progress other) {
        other.chains.forEach((key, chain) ->
                chains.computeIfAbsent(key, absent -> new Chain()).merge(chain));
    }
}
