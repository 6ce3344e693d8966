package io.motengine.bench.contest;

import io.motengine.jobs.DecisionJob;
import io.motengine.jobs.stream.StreamEvent;
import java.util.Set;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** What can be read at all: source, decode, discard. */
public final class Limit implements Contestant {
    private static final String DISCARD = "discard";

    @Override
    public String name() {
        return "limit";
    }

    @Override
    public Set<PlainMoment> moments() {
        return Set.of();
    }

    @Override
    public Running start(Course course) throws Exception {
        DecisionJob job = Jobs.of(course);
        return FlinkRunning.start(course, job.flinkConfiguration(), DISCARD, env -> {
            DataStream<StreamEvent> events = Events.of(env, job, course);
            events.filter(event -> true)
                    .name(DISCARD)
                    .uid(DISCARD)
                    .sinkTo(new DiscardingSink<>())
                    .uid("nowhere");
        });
    }
}
