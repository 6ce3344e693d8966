package io.motengine.cli.rules.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motengine.schemas.codec.ReleaseOrderCodec;
import io.motengine.schemas.release.LineUp;
import io.motengine.schemas.release.ReleaseKey;
import io.motengine.schemas.release.ReleaseOrder;
import io.motengine.schemas.release.ReleaseOrder.Kind;
import io.motengine.schemas.release.ReleaseStatus;
import io.motengine.schemas.release.ReleaseStatus.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseHistoryTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final ReleaseKey KEY = ReleaseKey.generate();

    private final ReleaseHistory history = new ReleaseHistory();

    @Test
    void knowsWhatIsLive_whatIsToCome_andWhatWasBefore() throws Exception {
        prepare("aaaa");
        prepare("abbb");
        order("o-1", Kind.ACTIVATE, "aaaa", NOON);
        order("o-2", Kind.ACTIVATE, "abbb", NOON.plusSeconds(60));

        assertThat(history.live(NOON.minusSeconds(1)).live()).isEqualTo("submitted");
        assertThat(history.live(NOON).live()).isEqualTo("aaaa");
        assertThat(history.pending(NOON)).extracting(LineUp::live).containsExactly("abbb");
        assertThat(history.previous(NOON)).contains("submitted");
        assertThat(history.previous(NOON.plusSeconds(60))).contains("aaaa");
    }

    @Test
    void anOrderThatTheJobRefused_countsForNothing() throws Exception {
        status("o-1", State.REFUSED, "nobody trusts this key", "wall");
        prepare("aaaa");
        order("o-1", Kind.ACTIVATE, "aaaa", NOON);

        assertThat(history.live(NOON.plusSeconds(1)).live()).isEqualTo("submitted");
        assertThat(history.orders().get(1).refused()).isEqualTo("nobody trusts this key");
    }

    @Test
    void asksTheTasks_whereTimeDoesNotRunAsClocksDo() throws Exception {
        status("o-1", State.ARMED, null, "event");
        prepare("aaaa");
        order("o-1", Kind.ACTIVATE, "aaaa", NOON);
        assertThat(history.live(NOON.plusSeconds(1)).live()).isEqualTo("submitted");

        status("o-1", State.LIVE, null, "event");

        assertThat(history.live(NOON.minusSeconds(1)).live()).isEqualTo("aaaa");
    }

    @Test
    void aReleaseIsNamedByItsBeginning_ifThatIsOneOnly() throws Exception {
        prepare("aaaa");
        prepare("abbb");

        assertThat(history.published("ab").release()).isEqualTo("abbb");
        assertThatThrownBy(() -> history.published("a")).hasMessageContaining("is the beginning of aaaa, abbb");
        assertThatThrownBy(() -> history.published("c")).hasMessageContaining("was never published");
    }

    private void prepare(String release) throws Exception {
        give(ReleaseOrder.prepare("p-" + release, NOON, release, "blob-" + release, 9, "li", null));
    }

    private void order(String id, Kind kind, String release, Instant at) throws Exception {
        give(new ReleaseOrder(id, NOON, kind, release, null, 0, at, 0, List.of(), "li", null));
    }

    private void give(ReleaseOrder order) throws Exception {
        history.order(ReleaseOrderCodec.sign(order, KEY));
    }

    private void status(String order, State state, String reason, String clock) {
        history.status(new ReleaseStatus("s", NOON, order, "aaaa", 0, 1, state, reason, NOON, clock, 0));
    }
}
