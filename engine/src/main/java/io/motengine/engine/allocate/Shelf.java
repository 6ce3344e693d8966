package io.motengine.engine.allocate;

/** Where an {@link Allocator} keeps what it has given, resource by resource. */
public interface Shelf {
    /** {@link ResourceState#NEW} for what was never asked for. */
    ResourceState state(String resource);

    void keep(String resource, ResourceState state);

    /** What a claim that holds the resource has cost; null if it does not hold it. */
    Long cost(String resource, String claim);

    void hold(String resource, String claim, long cost);

    void release(String resource, String claim);
}
