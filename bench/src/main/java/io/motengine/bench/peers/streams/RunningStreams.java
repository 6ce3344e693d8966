package io.motengine.bench.peers.streams;

import io.motengine.bench.contest.Contestant.Running;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/** Kafka Streams at work in this process. */
final class RunningStreams implements Running {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final KafkaStreams streams;
    private final LongAdder read;
    private final AtomicReference<String> failure = new AtomicReference<>();

    private RunningStreams(KafkaStreams streams, LongAdder read) {
        this.streams = streams;
        this.read = read;
    }

    static RunningStreams start(Topology topology, Properties settings, LongAdder read) {
        RunningStreams running = new RunningStreams(new KafkaStreams(topology, settings), read);
        running.streams.setUncaughtExceptionHandler(thrown -> {
            running.failure.compareAndSet(null, thrown.toString());
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        running.streams.start();
        return running;
    }

    @Override
    public long read() {
        return read.sum();
    }

    @Override
    public String failure() {
        return failure.get();
    }

    @Override
    public void close() {
        streams.close(PATIENCE);
    }
}
