package io.motengine.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.EventBinder;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.AppClick;
import io.motengine.schemas.event.EventEnvelope;
import io.motengine.schemas.event.TransactionPosted;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    private static final int EVENTS = 20_000;
    private final EventStream uniform = new EventStream(StreamSpec.of(7, 1_000, Keys.UNIFORM));
    private final EventStream zipf = new EventStream(StreamSpec.of(7, 100_000, Keys.ZIPF));

    @Test
    void everyEvent_keepsTheContract() throws Exception {
        Set<String> ids = new HashSet<>();
        for (int number = 0; number < EVENTS; number++) {
            Message message = uniform.event(number);
            EventEnvelope envelope = EnvelopeReader.read(
                    message.customer().getBytes(StandardCharsets.UTF_8), message.value(), RecordHeaders.NONE);
            assertThat(EventBinder.bind(envelope.type(), envelope.body()))
                    .isInstanceOf(message.transaction() ? TransactionPosted.class : AppClick.class);
            assertThat(envelope.time()).isEqualTo(uniform.spec().time(number));
            assertThat(EventStream.number(envelope.id())).isEqualTo(number);
            ids.add(envelope.id());
        }
        assertThat(ids).hasSize(EVENTS);
    }

    @Test
    void events_areTheSameInEveryRun() {
        EventStream again = new EventStream(StreamSpec.of(7, 1_000, Keys.UNIFORM));
        EventStream other = new EventStream(StreamSpec.of(8, 1_000, Keys.UNIFORM));
        assertThat(again.event(4_711).value()).isEqualTo(uniform.event(4_711).value());
        assertThat(other.event(4_711).value()).isNotEqualTo(uniform.event(4_711).value());
    }

    @Test
    void threeOfTenEvents_arePostings() {
        assertThat(LongStream.range(0, EVENTS)
                        .filter(number -> uniform.event(number).transaction()))
                .hasSizeBetween(EVENTS * 29 / 100, EVENTS * 31 / 100);
    }

    @Test
    void day_hasSixEventsOfACustomer() {
        assertThat(Duration.between(uniform.spec().time(0), uniform.spec().time(6_000)))
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void fifthOfCustomers_makesAFifthOfUniformEvents_andMostOfZipfs() {
        assertThat(ofBusiestFifth(uniform)).isBetween(0.15, 0.3);
        assertThat(ofBusiestFifth(new EventStream(StreamSpec.of(7, 1_000, Keys.ZIPF))))
                .isBetween(0.7, 0.9);
    }

    @Test
    void busiestCustomer_hasAboutAThousandEventsADay() {
        double perDay = 100_000.0 * zipf.spec().eventsADay();
        long[] counts = counts(zipf);
        assertThat(counts[counts.length - 1] * perDay / EVENTS).isBetween(700.0, 1_800.0);
    }

    private static double ofBusiestFifth(EventStream stream) {
        long[] counts = counts(stream);
        return (double) Arrays.stream(counts, counts.length * 4 / 5, counts.length)
                        .sum()
                / EVENTS;
    }

    private static long[] counts(EventStream stream) {
        long[] counts = new long[(int) stream.spec().customers()];
        for (int number = 0; number < EVENTS; number++) {
            counts[Integer.parseInt(stream.event(number).customer().substring(1))]++;
        }
        Arrays.sort(counts);
        return counts;
    }
}
