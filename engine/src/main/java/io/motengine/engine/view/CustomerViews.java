package io.motengine.engine.view;

import io.motengine.engine.benefits.Thresholds;
import io.motengine.engine.release.Policy;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.Granted;
import io.motengine.schemas.customer.CustomerView;
import io.motengine.schemas.hash.Sha256;
import io.motengine.schemas.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/** What {@code mot.customers} shows: the same for every channel, masked by policy, and not more often than policy says. */
public final class CustomerViews {
    private static final int LAST_CONTACTS = 5;
    private static final int HASH_DIGITS = 16;

    private final Policy.Customers policy;
    private final String currency;
    private final String release;
    private final Thresholds thresholds;

    public CustomerViews(Policy policy, String release, Thresholds thresholds) {
        this.policy = policy.customers();
        this.currency = policy.currency().base();
        this.thresholds = thresholds;
        this.release = release;
    }

    /** Members that policy may hide. */
    public static List<String> maskable() {
        return List.of("tier", "stage", "segments", "labels", "openActions", "grants", "lastContacts");
    }

    /**
     * The view to be written now; null if channels know it already or must wait, in which case the record says until when.
     *
     * @param today in the bank's zone: lists end with their last day
     */
    public CustomerView next(CustomerState state, LocalDate today, Instant now) {
        CustomerView view = of(state, today, now);
        long hash = hash(view);
        if (hash == state.shown().hash()) {
            state.shown().written(hash, state.shown().at());
            return null;
        }
        long earliest = state.shown().at() == CustomerState.UNSET
                ? CustomerState.UNSET
                : state.shown().at() + policy.minInterval().toMillis();
        if (now.toEpochMilli() < earliest) {
            state.shown().waitsUntil(earliest);
            return null;
        }
        state.shown().written(hash, now.toEpochMilli());
        return view;
    }

    private CustomerView of(CustomerState state, LocalDate today, Instant now) {
        boolean staged = state.stageSince() != CustomerState.UNSET && shows("stage");
        return new CustomerView(
                Sha256.hex(state.customer() + "\n" + now + "\n" + state.sequence())
                        .substring(0, 2 * HASH_DIGITS),
                state.customer(),
                now,
                shows("tier") ? state.tier() : null,
                shows("stage") ? state.stage() : null,
                staged ? Instant.ofEpochMilli(state.stageSince()) : null,
                shows("segments") ? List.copyOf(state.segments()) : null,
                shows("labels") ? state.labelsOn(today) : null,
                shows("openActions") ? openActions(state) : null,
                shows("grants") ? grants(state) : null,
                shows("lastContacts") ? lastContacts(state) : null,
                release);
    }

    private boolean shows(String member) {
        return !policy.hide().contains(member);
    }

    private static List<CustomerView.OpenAction> openActions(CustomerState state) {
        return state.openActions().stream()
                .filter(open -> state.counted().hasLeft(open.id()))
                .map(open -> new CustomerView.OpenAction(
                        open.id(),
                        open.strategy(),
                        open.channel(),
                        Instant.ofEpochMilli(open.issuedAt()),
                        Instant.ofEpochMilli(open.expiresAt())))
                .toList();
    }

    /** What may still be denied is nobody's yet. */
    private List<CustomerView.Grant> grants(CustomerState state) {
        return state.counted().grants().stream()
                .filter(state.counted()::isCertain)
                .map(grant ->
                        new CustomerView.Grant(grant.benefit(), grant.life().word(), toGo(grant)))
                .toList();
    }

    private Money toGo(Granted grant) {
        OptionalLong amount = thresholds.amount(grant.benefit());
        return grant.isOpen() && amount.isPresent()
                ? new Money(Math.max(0, amount.getAsLong() - grant.progress()), currency)
                : null;
    }

    private static List<CustomerView.LastContact> lastContacts(CustomerState state) {
        return state.contacts().stream()
                .sorted(Comparator.comparingLong(contact -> -contact.at()))
                .limit(LAST_CONTACTS)
                .map(contact -> new CustomerView.LastContact(
                        Instant.ofEpochMilli(contact.at()), contact.channel(), contact.strategy()))
                .toList();
    }

    /** Of everything but when and by which release it was written. */
    private static long hash(CustomerView view) {
        String content = String.valueOf(List.of(
                String.valueOf(view.tier()),
                String.valueOf(view.stage()),
                String.valueOf(view.stageSince()),
                String.valueOf(view.segments()),
                String.valueOf(view.labels()),
                String.valueOf(view.openActions()),
                String.valueOf(view.grants()),
                String.valueOf(view.lastContacts())));
        return HexFormat.fromHexDigitsToLong(Sha256.hex(content), 0, HASH_DIGITS);
    }
}
