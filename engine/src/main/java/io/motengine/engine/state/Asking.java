package io.motengine.engine.state;

/**
 * An action that leaves when the allocator has given all that it counts for, and of which nothing has been heard yet.
 *
 * @param recall how to call it back should it have left, since it does not hold any more; null while it holds
 */
public record Asking(String action, Recall recall) {

    /**
     * What a cancellation says.
     *
     * @param customer under which the action was issued; null for the customer's own name
     */
    public record Recall(String customer, String channel, String strategy, String reason) {}
}
