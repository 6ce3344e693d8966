package io.motengine.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.jobs.config.JobConfig;
import io.motengine.jobs.decide.DecideSettings;
import io.motengine.jobs.release.ReleaseFeed;
import io.motengine.jobs.sink.OutputSinks;
import io.motengine.jobs.source.EventSources;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

class DecisionTopologyTest {
    private final StreamGraph graph = graph();

    @Test
    void givesEveryOperatorAConstantUid() {
        List<String> uids = graph.getStreamNodes().stream()
                .map(StreamNode::getTransformationUID)
                .filter(Objects::nonNull)
                .sorted()
                .toList();

        assertThat(uids)
                .contains(
                        OperatorIds.TRANSACTIONS,
                        OperatorIds.CLICKS,
                        OperatorIds.CONTEXT,
                        OperatorIds.TRIAGE_TRANSACTIONS,
                        OperatorIds.TRIAGE_CLICKS,
                        OperatorIds.TRIAGE_CONTEXT,
                        OperatorIds.DECIDE,
                        OperatorIds.ALLOCATE,
                        OperatorIds.OUTPUTS)
                .doesNotHaveDuplicates();
    }

    @Test
    void chainsTriageToItsSource_soThatSkippedRecordsNeverTravel() {
        List<String> vertices = StreamSupport.stream(
                        graph.getJobGraph().getVertices().spliterator(), false)
                .map(JobVertex::getName)
                .toList();

        assertThat(vertices)
                .contains(
                        "Source: transactions -> triage-transactions",
                        "Source: clicks -> triage-clicks",
                        "Source: context -> triage-context");
    }

    private static StreamGraph graph() {
        JobConfig config = JobConfig.defaults();
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(FlinkSettings.of(config));
        EventSources sources = new EventSources(config, ReleaseFeed.only(JobFixture.release()), Clock.systemUTC());
        new DecisionTopology(
                        new DecisionTopology.Sources(
                                sources.transactions(), sources.clicks(), sources.context(), sources.internal()),
                        new DecideSettings(
                                JobFixture.release(),
                                config.clock(),
                                config.ordering(),
                                null,
                                null,
                                config.due(),
                                Clock.systemUTC()),
                        new DecisionTopology.Sinks(
                                OutputSinks.kafka(config), OutputSinks.told(config), OutputSinks.allocated(config)))
                .define(env);
        return env.getStreamGraph();
    }
}
