package io.motengine.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.bench.stream.EventStream;
import io.motengine.bench.stream.Keys;
import io.motengine.bench.stream.Message;
import io.motengine.bench.stream.StreamSpec;
import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.state.CustomerState;
import io.motengine.engine.state.CustomerStateCodec;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamFeaturesTest {
    private static final int EVENTS = 3_000;

    @ParameterizedTest
    @ValueSource(ints = {50, 200})
    void moreFeatures_changeNothingThatIsConcluded(int features) throws Exception {
        Concluded few = concluded(10);
        Concluded many = concluded(features);
        assertThat(many.moments()).isEqualTo(few.moments()).isNotEmpty();
        assertThat(many.segments()).isEqualTo(few.segments()).containsExactly("busy");
        // An entry in the directory of the record, and no content.
        assertThat(many.recordBytes()).isLessThan(few.recordBytes() + 4 * features);
    }

    @Test
    void tenFeatures_areAllTouched() throws Exception {
        assertThat(concluded(10).untouched()).isEmpty();
    }

    private record Concluded(
            Map<String, Integer> moments, Set<String> segments, int recordBytes, Set<String> untouched) {}

    private static Concluded concluded(int features) throws Exception {
        Release release = ReleaseCompiler.compile(StreamFeatures.files(features));
        EventStream stream = new EventStream(StreamSpec.of(5, 1, Keys.UNIFORM));
        Map<String, Integer> moments = new TreeMap<>();
        Set<String> segments = new HashSet<>();
        CustomerState state = new CustomerState(StreamSpec.customer(0));
        Map<String, String> last = Map.of();
        try (Decider decider = new Decider()) {
            for (int i = 0; i < EVENTS; i++) {
                Message message = stream.event(i);
                byte[] key = message.customer().getBytes(StandardCharsets.UTF_8);
                Outcome outcome = decider.decide(
                        state,
                        new Input.Event(
                                EnvelopeReader.read(key, message.value(), RecordHeaders.NONE), new Origin("t", 0, i)),
                        release,
                        Now.EVENT_TIME);
                outcome.decisions()
                        .forEach(decision ->
                                decision.moments().forEach(moment -> moments.merge(moment.moment(), 1, Integer::sum)));
                segments.addAll(state.segments());
                if (!outcome.decisions().isEmpty()) {
                    last = outcome.decisions().get(0).features();
                }
            }
        }
        Set<String> untouched = new HashSet<>();
        last.forEach((feature, value) -> {
            if (value.startsWith("0 ") || value.startsWith("0.00 ") || value.startsWith("-1 ")) {
                untouched.add(feature);
            }
        });
        return new Concluded(moments, segments, CustomerStateCodec.bytes(state).length, untouched);
    }
}
