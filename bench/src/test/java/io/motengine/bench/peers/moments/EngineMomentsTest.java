package io.motengine.bench.peers.moments;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.bench.Home;
import io.motengine.bench.contest.PlainMoment;
import io.motengine.bench.stream.Message;
import io.motengine.engine.Decider;
import io.motengine.engine.offline.Decided;
import io.motengine.engine.offline.OfflineBank;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.event.Origin;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EngineMomentsTest {
    private final Map<String, Integer> counts = new TreeMap<>();

    @Test
    void engine_raisesWhatTheModelOfPlainMomentsSays() throws Exception {
        Map<String, Integer> expected = PlainModel.counts(SmallStream.events(), PlainModel.Windows.BUCKETS);
        try (Decider decider = new Decider()) {
            OfflineBank bank = new OfflineBank(
                    ReleaseCompiler.compile(Home.referenceRelease()), decider, (decided, answered) -> note(decided));
            long offset = 0;
            for (Message message : SmallStream.messages()) {
                byte[] customer = message.customer().getBytes(StandardCharsets.UTF_8);
                bank.event(
                        EnvelopeReader.read(customer, message.value(), RecordHeaders.NONE),
                        new Origin(message.topic(), 0, offset++));
            }
        }
        counts.keySet().retainAll(plain());
        assertThat(counts).isEqualTo(expected);
    }

    private static Set<String> plain() {
        Set<String> plain = new HashSet<>();
        OneEvent.all().forEach(each -> plain.add(each.moment()));
        Arrays.stream(PlainMoment.values()).forEach(each -> plain.add(each.word()));
        return plain;
    }

    private void note(Decided decided) {
        for (DecisionRecord decision : decided.outcome().decisions()) {
            decision.moments().forEach(moment -> counts.merge(moment.moment(), 1, Integer::sum));
        }
    }
}
