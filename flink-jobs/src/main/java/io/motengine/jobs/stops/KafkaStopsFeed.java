package io.motengine.jobs.stops;

import io.motengine.jobs.config.JobConfig;
import io.motengine.jobs.config.Ordering;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The stops of {@code mot.stops}, read by each operator for itself. */
public final class KafkaStopsFeed implements StopsFeed {
    private static final long serialVersionUID = 1L;
    private final Properties consumer;

    private KafkaStopsFeed(Properties consumer) {
        this.consumer = consumer;
    }

    /** For live running; a history heeds no stops. */
    public static StopsFeed of(JobConfig config) {
        if (config.bounded() || config.ordering() == Ordering.EVENT_TIME) {
            return StopsFeed.NONE;
        }
        Properties consumer = new Properties();
        consumer.putAll(config.kafka().consumer());
        consumer.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, config.kafka().bootstrapServers());
        consumer.put(ConsumerConfig.CLIENT_ID_CONFIG, config.kafka().groupId() + "-stops");
        consumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        consumer.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // A broker with automatic creation would make a topic that forgets, where one is needed that is compacted.
        consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        // A stop must not wait for company.
        consumer.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, "1");
        consumer.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, "500");
        return new KafkaStopsFeed(consumer);
    }

    @Override
    public Stops open() {
        return KafkaStops.follow(consumer);
    }
}
