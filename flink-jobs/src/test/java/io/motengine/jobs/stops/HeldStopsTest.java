package io.motengine.jobs.stops;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.schemas.codec.StopCodec;
import io.motengine.schemas.stop.StopChanged;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HeldStopsTest {
    private final HeldStops held = new HeldStops();

    private void take(String what, boolean holds) {
        take(what, StopCodec.write(new StopChanged("id", Instant.EPOCH, what, holds, "li.wei", null)));
    }

    private void take(String key, byte[] value) {
        held.take(key == null ? null : key.getBytes(StandardCharsets.UTF_8), value);
    }

    @Test
    void holds_untilItIsLifted() {
        take("channel:sms", true);
        take("all", true);
        take("channel:sms", true);
        assertThat(held.holding()).containsExactlyInAnyOrder("all", "channel:sms");

        take("channel:sms", false);
        assertThat(held.holding()).containsExactly("all");
        take("all", (byte[]) null);
        assertThat(held.holding()).isEmpty();
    }

    @Test
    void holdsWhatItsKeyNames_whenARecordCannotBeRead() {
        take("strategy:a", "{".getBytes(StandardCharsets.UTF_8));

        assertThat(held.holding()).containsExactly("strategy:a");
    }

    @Test
    void stopsNothing_whenTheKeyNamesNothing() {
        take("everything", true, "all");
        take(null, new byte[0]);

        assertThat(held.holding()).isEmpty();
    }

    private void take(String key, boolean holds, String what) {
        take(key, StopCodec.write(new StopChanged("id", Instant.EPOCH, what, holds, "li.wei", null)));
    }
}
