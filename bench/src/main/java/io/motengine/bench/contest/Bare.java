package io.motengine.bench.contest;

import io.motengine.bench.stream.StreamSpec;
import io.motengine.jobs.DecisionJob;
import io.motengine.jobs.sink.OutputSinks;
import io.motengine.jobs.stream.OutputRecord;
import io.motengine.jobs.stream.OutputRecordSerializer;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * What somebody would write by hand before the first line of business: by customer, one record read and written, of the engine's mean
 * size, and as many outputs as the engine has, of its mean size. It decides nothing.
 */
public final class Bare implements Contestant {
    /** Settings. */
    public static final String RECORD_BYTES = "record-bytes";

    public static final String OUTPUTS_PER_THOUSAND = "outputs-per-thousand";
    public static final String OUTPUT_BYTES = "output-bytes";

    @Override
    public String name() {
        return "bare";
    }

    @Override
    public Set<PlainMoment> moments() {
        return Set.of();
    }

    @Override
    public Running start(Course course) throws Exception {
        DecisionJob job = Jobs.of(course);
        Touch touch = new Touch(
                Integer.parseInt(course.setting(RECORD_BYTES)),
                Integer.parseInt(course.setting(OUTPUTS_PER_THOUSAND)),
                Integer.parseInt(course.setting(OUTPUT_BYTES)));
        return FlinkRunning.start(
                course,
                job.flinkConfiguration(),
                Touch.NAME,
                env -> Events.of(env, job, course)
                        .keyBy(event -> ((Decidable) event).envelope().subject(), Types.STRING)
                        .flatMap(touch)
                        .returns(OutputRecordSerializer.TYPE)
                        .name(Touch.NAME)
                        .uid(Touch.NAME)
                        .sinkTo(OutputSinks.kafka(job.config()))
                        .uid("outputs"));
    }

    /** Leaves a record for each customer in a savepoint. */
    static FlinkRunning fill(Course course, long customers) throws Exception {
        DecisionJob job = Jobs.of(course);
        int bytes = Integer.parseInt(course.setting(RECORD_BYTES));
        return FlinkRunning.start(
                course,
                job.flinkConfiguration(),
                Touch.NAME,
                env -> Filling.numbers(env, customers)
                        .map(StreamSpec::customer)
                        .returns(Types.STRING)
                        .uid("names")
                        .keyBy(name -> name, Types.STRING)
                        .flatMap(new Touch.Fill(bytes))
                        .returns(OutputRecordSerializer.TYPE)
                        .name(Touch.NAME)
                        .uid(Touch.NAME)
                        .sinkTo(new org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink<OutputRecord>())
                        .uid("nowhere"));
    }
}
