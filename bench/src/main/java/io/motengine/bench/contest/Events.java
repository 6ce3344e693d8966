package io.motengine.bench.contest;

import io.motengine.jobs.DecisionJob;
import io.motengine.jobs.release.ReleaseFeed;
import io.motengine.jobs.source.EventSources;
import io.motengine.jobs.source.TimedSource;
import io.motengine.jobs.stream.StreamEvent;
import io.motengine.jobs.stream.StreamEventSerializer;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Postings and clicks, read and decoded as the decision job does: by its own sources, envelope read, body left as bytes. */
final class Events {
    private Events() {}

    static DataStream<StreamEvent> of(StreamExecutionEnvironment env, DecisionJob job, Course course)
            throws IOException {
        EventSources sources = new EventSources(
                job.config(),
                ReleaseFeed.only(ReleaseFiles.read(Path.of(course.setting(Course.RELEASE)))),
                Clock.systemUTC());
        return read(env, "transactions", sources.transactions()).union(read(env, "clicks", sources.clicks()));
    }

    private static DataStream<StreamEvent> read(StreamExecutionEnvironment env, String id, TimedSource source) {
        return env.fromSource(source.source(), source.watermarks(), id, StreamEventSerializer.TYPE)
                .uid(id);
    }
}
