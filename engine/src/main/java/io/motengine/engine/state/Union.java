package io.motengine.engine.state;

import java.util.Comparator;

/** Two records of one customer become one. */
public final class Union {
    private Union() {}

    /**
     * Takes in what was known under another name, patterns and features apart: theirs is a matter of the release.
     *
     * @param initialStage of the life cycle: any other stage says more
     */
    public static void of(CustomerState into, CustomerState other, String initialStage) {
        into.clock = Math.max(into.clock, other.clock);
        into.highWater = Math.max(into.highWater, other.highWater);
        into.lastActivity = Math.max(into.lastActivity, other.lastActivity);
        into.since = since(into.since, other.since);
        into.tier = into.tier.isEmpty() ? other.tier : into.tier;
        into.stages.merge(other.stages, initialStage);
        into.scores.merge(other.scores);
        into.profile = into.profile.merged(other.profile);
        other.holdings.forEach((id, held) -> into.holdings.merge(id, held, HeldProduct::newer));
        other.lists.forEach((label, entry) -> into.lists.merge(label, entry, ListEntry::newer));
        other.links.forEach((link, standing) -> into.links.merge(link, standing, Link.Standing::newer));
        into.seen.addAll(other.seen);
        actions(into, other);
        into.goalsMet.addAll(other.goalsMet);
        into.counted.addAll(other.counted, other.customer);
        into.identity.merged.addAll(other.identity.merged);
        into.shown.stale();
    }

    private static long since(long a, long b) {
        return a == CustomerState.UNSET || b == CustomerState.UNSET ? Math.max(a, b) : Math.min(a, b);
    }

    private static void actions(CustomerState into, CustomerState other) {
        // Two that are settled may look alike and be two.
        other.contacts.stream()
                .filter(contact -> contact.isSettled() || !into.contacts.contains(contact))
                .forEach(into.contacts::add);
        into.contacts.sort(Comparator.comparingLong(Contact::at).thenComparingInt(Contact::action));
        other.planned.stream()
                .filter(planned -> !into.planned.contains(planned))
                .forEach(into.planned::add);
        other.refusals.stream()
                .filter(refusal -> !into.refusals.contains(refusal))
                .forEach(into.refusals::add);
        into.refusals.sort(Comparator.comparingLong(Refusal::at).thenComparing(Refusal::strategy));
        Ended.merge(into.ended, other.ended);
        other.limits.forEach((product, limit) -> into.limits.merge(product, limit, CreditLimit::newer));
        other.openActions.forEach(open -> into.openActions.add(open.of(other.customer)));
        into.openActions.sort(Comparator.comparingLong(OpenAction::issuedAt).thenComparing(OpenAction::id));
    }
}
