package io.motengine.jobs.release;

import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.ReleaseOrderCodec;
import io.motengine.schemas.release.ReleaseOrder;
import io.motengine.schemas.release.SignedOrder;
import io.motengine.schemas.release.TrustedKeys;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads orders, and checks who has signed them. */
final class SignedOrders {
    private static final Logger LOG = LoggerFactory.getLogger(SignedOrders.class);
    private static final String UNKNOWN = "unknown";
    private final TrustedKeys keys;

    SignedOrders(List<String> keys) {
        this.keys = new TrustedKeys(keys);
    }

    /**
     * An order as it stands on the topic.
     *
     * @param key that has signed it
     * @param order null if it is not to be followed
     * @param distrust why not; null if it is
     */
    record Read(String id, String key, ReleaseOrder order, String release, String distrust) {}

    /** Empty if it is nothing that somebody could be answered. */
    Optional<Read> read(byte[] value) {
        try {
            return Optional.of(judged(ReleaseOrderCodec.read(value)));
        } catch (BadEventException e) {
            LOG.error("an order about releases cannot be read and changes nothing: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Read judged(SignedOrder signed) {
        ReleaseOrder order;
        try {
            order = ReleaseOrderCodec.order(signed.statement());
        } catch (BadEventException e) {
            LOG.error("the order {} changes nothing: {}", signed.id(), e.getMessage());
            return refused(signed, UNKNOWN, "its statement is not an order (expected: as ./mot rules writes it)");
        }
        return keys.against(signed)
                .map(distrust -> refused(signed, order.release(), distrust))
                .orElseGet(() -> new Read(signed.id(), signed.key(), order, order.release(), null));
    }

    private static Read refused(SignedOrder signed, String release, String distrust) {
        return new Read(signed.id(), signed.key(), null, release, distrust);
    }
}
