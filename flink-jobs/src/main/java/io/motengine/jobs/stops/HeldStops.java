package io.motengine.jobs.stops;

import io.motengine.schemas.codec.BadEventException;
import io.motengine.schemas.codec.StopCodec;
import io.motengine.schemas.stop.StopChanged;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the records of {@code mot.stops} come to. One that cannot be read holds what its key names: an emergency stop errs on the
 * side of silence, and lifting it is one command.
 *
 * <p>Taken by one thread, seen by any.
 */
final class HeldStops {
    private static final Logger LOG = LoggerFactory.getLogger(HeldStops.class);

    private volatile Set<String> holding = Set.of();

    Set<String> holding() {
        return holding;
    }

    void take(byte[] key, byte[] value) {
        String what = key == null ? "" : new String(key, StandardCharsets.UTF_8);
        if (!StopChanged.isStop(what)) {
            LOG.error("a stop's key is {} (expected: all, channel:<id> or strategy:<id>): it stops nothing", what);
            return;
        }
        Set<String> changed = new TreeSet<>(holding);
        if (value != null && holds(what, value)) {
            changed.add(what);
        } else {
            changed.remove(what);
        }
        holding = Set.copyOf(changed);
    }

    private static boolean holds(String what, byte[] value) {
        try {
            StopChanged stop = StopCodec.read(value);
            LOG.warn("{} {} by {}: {}", what, stop.holds() ? "stopped" : "resumed", stop.who(), stop.why());
            return stop.holds();
        } catch (BadEventException e) {
            LOG.error("a stop cannot be read and is taken to hold {}: {}", what, e.getMessage());
            return true;
        }
    }
}
