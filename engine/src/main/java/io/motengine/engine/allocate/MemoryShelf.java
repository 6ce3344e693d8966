package io.motengine.engine.allocate;

import java.util.HashMap;
import java.util.Map;

/** A shelf in memory: for simulations and tests. */
public final class MemoryShelf implements Shelf {
    private final Map<String, ResourceState> states = new HashMap<>();
    private final Map<String, Map<String, Long>> claims = new HashMap<>();

    @Override
    public ResourceState state(String resource) {
        return states.getOrDefault(resource, ResourceState.NEW);
    }

    @Override
    public void keep(String resource, ResourceState state) {
        states.put(resource, state);
    }

    @Override
    public Long cost(String resource, String claim) {
        return claims.getOrDefault(resource, Map.of()).get(claim);
    }

    @Override
    public void hold(String resource, String claim, long cost) {
        claims.computeIfAbsent(resource, none -> new HashMap<>()).put(claim, cost);
    }

    @Override
    public void release(String resource, String claim) {
        claims.getOrDefault(resource, Map.of()).remove(claim);
    }
}
