package io.motengine.bench.contest;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MetricOptions;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * Counts what Flink's operators take in, from Flink's own counters: nothing is added to the path that is measured.
 *
 * <p>Flink makes it by name, so what it holds is static; a contestant's process has one job.
 */
public final class ReadCounts implements MetricReporter {
    private static final Map<Counter, String> COUNTERS = new ConcurrentHashMap<>();
    private static final String NAME = "bench";

    /** Flink finds it as a service. */
    public static final class Factory implements MetricReporterFactory {
        @Override
        public MetricReporter createMetricReporter(Properties properties) {
            return new ReadCounts();
        }
    }

    static void switchOn(Configuration flink) {
        flink.set(MetricOptions.REPORTERS_LIST, NAME);
        flink.setString("metrics.reporter." + NAME + ".factory.class", Factory.class.getName());
    }

    /** Elements that have come to the operator so far, all its subtasks together. */
    static long of(String operator) {
        return COUNTERS.entrySet().stream()
                .filter(counter -> counter.getValue().equals(operator))
                .mapToLong(counter -> counter.getKey().getCount())
                .sum();
    }

    @Override
    public void open(MetricConfig config) {
        // Nothing to open.
    }

    @Override
    public void close() {
        // Nothing is held outside.
    }

    @Override
    public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        String operator = group.getAllVariables().get("<operator_name>");
        if (metric instanceof Counter counter && name.equals("numRecordsIn") && operator != null) {
            COUNTERS.put(counter, operator);
        }
    }

    @Override
    public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        // What was read stays read.
    }
}
