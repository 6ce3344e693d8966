package io.motengine.bench.layers;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.engine.governance.Fate;
import io.motengine.engine.governance.Governance;
import io.motengine.engine.governance.Situation;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayersReleaseTest {
    @Test
    void judges_asManyCandidatesAsAreMeasured_ofThreeHundredCards() throws IOException {
        Release release = LayersRelease.compiled(true);
        CustomerState state = LayersCustomer.lived(release);
        Situation situation = LayersCustomer.situation(state, release);

        assertThat(release.cards()).hasSize(LayersRelease.CARDS);
        assertThat(situation.dealings().contacts()).hasSizeBetween(10, 30);
        for (int candidates : List.of(1, 5, 20)) {
            List<Fate> fates = Governance.judge(LayersCustomer.candidates(candidates, release), situation);
            assertThat(fates).hasSize(candidates);
            // Whoever is stopped by the first layer costs nothing: that would not be what is measured.
            assertThat(fates).filteredOn(Fate::wins).as(fates.toString()).isNotEmpty();
        }
    }
}
