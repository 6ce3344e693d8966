package io.motengine.jobs.release;

import io.motengine.engine.release.ReleaseException;
import io.motengine.jobs.config.JobConfig;
import io.motengine.jobs.config.Ordering;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** The releases of {@code mot.releases}, followed once in each process. */
public final class KafkaReleaseFeed implements ReleaseFeed {
    private static final long serialVersionUID = 1L;
    private final ReleaseSettings settings;

    private KafkaReleaseFeed(ReleaseSettings settings) {
        this.settings = settings;
    }

    /** For live running; a history is decided with what the job was submitted with. */
    public static ReleaseFeed of(JobConfig config, ReleaseFiles submitted) {
        if (config.bounded() || config.ordering() == Ordering.EVENT_TIME) {
            return ReleaseFeed.only(submitted);
        }
        return new KafkaReleaseFeed(
                new ReleaseSettings(consumer(config), producer(config), config.release(), submitted, config.clock()));
    }

    private static Properties consumer(JobConfig config) {
        Properties consumer = new Properties();
        consumer.putAll(config.kafka().consumer());
        consumer.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrapServers());
        consumer.put(ConsumerConfig.CLIENT_ID_CONFIG, config.kafka().groupId() + "-releases");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // A broker with automatic creation would make a topic of several partitions that forgets.
        consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        // The time between activate and the swap is short.
        consumer.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, "1");
        consumer.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "500");
        return consumer;
    }

    private static Properties producer(JobConfig config) {
        Properties producer = new Properties();
        producer.putAll(config.kafka().producer());
        producer.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrapServers());
        producer.put(ProducerConfig.CLIENT_ID_CONFIG, config.kafka().groupId() + "-release-status");
        // Whoever waits for the status gives up sooner than Kafka does, and orders must not wait for it.
        producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "3000");
        return producer;
    }

    @Override
    public LiveReleases open() throws ReleaseException {
        return KafkaReleases.open(settings);
    }
}
