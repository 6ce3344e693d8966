package io.motengine.schemas.codec;

import io.motengine.schemas.event.Feedback;
import io.motengine.schemas.event.HoldingUpdated;
import io.motengine.schemas.event.Relations;
import io.motengine.schemas.event.TransactionPosted;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;

/** Closed lists of words. All other words are the bank's own, and new ones need no new contract. */
final class Vocabulary {
    static final WireNames<TransactionPosted.Direction> DIRECTIONS = new WireNames<>(TransactionPosted.Direction.class);
    static final WireNames<HoldingUpdated.Status> HOLDING_STATUSES = new WireNames<>(HoldingUpdated.Status.class);
    static final WireNames<Feedback.Outcome> OUTCOMES = new WireNames<>(Feedback.Outcome.class);
    static final WireNames<ErrorCode> ERROR_CODES = new WireNames<>(ErrorCode.class);

    static final Set<String> CUSTOMER_KINDS = sorted("person", "company");
    static final Set<String> RISK_GRADES = sorted("R1", "R2", "R3", "R4", "R5");
    static final Set<String> CLICK_CHANNELS = sorted("app", "mini-program", "web");
    static final Set<String> RELATIONS = Relations.all();
    static final Set<String> OTHER_KINDS = sorted("customer", "device", "openid", "phone");
    static final Set<String> CREDIT_STEPS = sorted(
            "browsed", "calculated", "applied", "approved", "rejected", "signed", "drawn", "repaid-early", "settled");
    static final Set<String> CONTACT_KINDS = sorted(
            "branch-ticket", "machine", "counter", "call-in", "call-out", "complaint-opened", "complaint-closed");
    static final Set<String> TIME_ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private Vocabulary() {}

    static Set<String> sorted(String... words) {
        return new TreeSet<>(Set.of(words));
    }
}
