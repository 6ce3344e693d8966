package io.motengine.bench.contest;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** Numbers of customers, each once, and then a stream that stays open: of a job that has ended there is no savepoint. */
final class Filling {
    private static final String NUMBERS = "numbers";

    private Filling() {}

    static DataStream<Long> numbers(StreamExecutionEnvironment env, long customers) {
        DataGeneratorSource<Long> numbers =
                new DataGeneratorSource<>(number -> number, Long.MAX_VALUE, RateLimiterStrategy.noOp(), Types.LONG);
        return env.fromSource(numbers, WatermarkStrategy.noWatermarks(), NUMBERS)
                .uid(NUMBERS)
                .setParallelism(1)
                .flatMap(new First(customers))
                .returns(Types.LONG)
                .uid("first")
                .setParallelism(1);
    }

    private static final class First implements FlatMapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;
        private static final Duration IDLE = Duration.ofMillis(2);
        private final long customers;

        First(long customers) {
            this.customers = customers;
        }

        @Override
        public void flatMap(Long number, Collector<Long> out) throws InterruptedException {
            if (number < customers) {
                out.collect(number);
            } else {
                // The savepoint's barrier passes between two of these.
                Thread.sleep(IDLE.toMillis());
            }
        }
    }
}
