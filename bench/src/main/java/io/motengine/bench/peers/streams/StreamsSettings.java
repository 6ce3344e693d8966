package io.motengine.bench.peers.streams;

import io.motengine.bench.contest.Course;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** What Kafka Streams is told. */
final class StreamsSettings {
    private static final long MIB = 1 << 20;
    /** One part in so many of the memory outside the heap of other contestants is the record cache here, in front of RocksDB's. */
    private static final int CACHE_SHARE = 4;

    private static final Duration BEYOND_A_COMMIT = Duration.ofMinutes(1);

    private StreamsSettings() {}

    static Properties of(String application, Course course) {
        long cache = course.managedMib() * MIB / CACHE_SHARE;
        Properties streams = new Properties();
        streams.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        streams.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, course.bootstrap());
        streams.put(StreamsConfig.STATE_DIR_CONFIG, course.folder().toString());
        streams.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, course.parallelism());
        streams.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // As often as the others make a checkpoint; its own default, 100 ms, is for latency.
        streams.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, course.checkpoint().toMillis());
        streams.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                Math.toIntExact(course.checkpoint().plus(BEYOND_A_COMMIT).toMillis()));
        streams.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, cache);
        streams.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        streams.put(BoundedRocksDb.BYTES, Long.toString(course.managedMib() * MIB - cache));
        streams.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        return streams;
    }
}
