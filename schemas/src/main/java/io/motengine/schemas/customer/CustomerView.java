package io.motengine.schemas.customer;

import io.motengine.schemas.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * What every channel may see of a customer, as it stands now ({@code mot.customer.changed.v1}), the latest on {@code
 * mot.customers}. What policy masks is null, which is not the same as empty.
 *
 * @param id CloudEvents id
 * @param time when it came to stand like this, UTC
 * @param tier empty if none; null if masked
 * @param stage empty if none; null if masked
 * @param stageSince UTC; null if there is no stage, or if masked
 * @param openActions issued, not yet expired, and no channel has said that they are over
 * @param grants benefits and where they are in their life
 * @param lastContacts newest first
 * @param release the release that last decided, never null
 */
public record CustomerView(
        String id,
        String customer,
        Instant time,
        String tier,
        String stage,
        Instant stageSince,
        List<String> segments,
        List<String> labels,
        List<OpenAction> openActions,
        List<Grant> grants,
        List<LastContact> lastContacts,
        String release) {
    public static final String TYPE = "mot.customer.changed.v1";

    public CustomerView {
        segments = segments == null ? null : List.copyOf(segments);
        labels = labels == null ? null : List.copyOf(labels);
        openActions = openActions == null ? null : List.copyOf(openActions);
        grants = grants == null ? null : List.copyOf(grants);
        lastContacts = lastContacts == null ? null : List.copyOf(lastContacts);
    }

    /** An action that is still out. Times are UTC. */
    public record OpenAction(String actionId, String strategy, String channel, Instant issuedAt, Instant expiresAt) {}

    /**
     * A benefit that the customer was given.
     *
     * @param state where it is in its life: a stable word such as {@code granted}
     * @param toGo what is still to be brought; null if it has no threshold, or has ended
     */
    public record Grant(String benefit, String state, Money toGo) {}

    /** The customer was contacted, in UTC. */
    public record LastContact(Instant at, String channel, String strategy) {}
}
