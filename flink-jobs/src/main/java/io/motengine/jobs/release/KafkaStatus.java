package io.motengine.jobs.release;

import io.motengine.jobs.config.ClockMode;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.ReleaseStatusCodec;
import io.motengine.schemas.release.ReleaseStatus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says on {@code mot.release-status} how far the tasks of this process are. Not to be heard of does no harm to the stream. */
final class KafkaStatus implements StatusTeller, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaStatus.class);
    private final Properties properties;
    private final ClockMode mode;
    private final Clock clock;
    private KafkaProducer<byte[], byte[]> producer;

    KafkaStatus(Properties properties, ClockMode mode, Clock clock) {
        this.properties = properties;
        this.mode = mode;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the callback tells the same
    public synchronized void tell(
            Seat seat, String order, String release, ReleaseStatus.State state, String reason, long tookMillis) {
        ReleaseStatus status = new ReleaseStatus(
                UUID.randomUUID().toString(),
                clock.instant(),
                order,
                release,
                seat.subtask(),
                seat.subtasks(),
                state,
                cut(reason),
                seat.reached() == Long.MIN_VALUE ? null : Instant.ofEpochMilli(seat.reached()),
                mode == ClockMode.WALL ? "wall" : "event",
                tookMillis);
        byte[] key = (order + ":" + seat.subtask()).getBytes(StandardCharsets.UTF_8);
        try {
            if (producer == null) {
                producer = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
            }
            producer.send(
                    new ProducerRecord<>(Topics.RELEASE_STATUS, 0, key, ReleaseStatusCodec.write(status)),
                    (metadata, e) -> {
                        if (e != null) {
                            LOG.warn("{} of {} was not told", state, release, e);
                        }
                    });
        } catch (KafkaException e) {
            LOG.warn("{} of {} cannot be told", state, release, e);
        }
    }

    /** A release with thousands of mistakes has made its point before. */
    private static String cut(String reason) {
        int most = 8_000;
        return reason == null || reason.length() <= most ? reason : reason.substring(0, most) + " …";
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }
}
