package io.motengine.jobs.triage;

import io.motengine.jobs.sink.OutputRecords;
import io.motengine.jobs.stream.OutputRecord;
import io.motengine.jobs.stream.OutputRecordSerializer;
import io.motengine.jobs.stream.StreamEvent;
import io.motengine.jobs.stream.StreamEvent.Broken;
import io.motengine.jobs.stream.StreamEvent.Skipped;
import io.motengine.jobs.stream.StreamEvent.Tallied;
import io.motengine.jobs.tally.Counters;
import io.motengine.jobs.tally.Tally;
import io.motengine.schemas.Topics;
import io.motengine.schemas.event.Origin;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Lets events pass, sends broken records to the dead letters, and counts those and what is skipped.
 *
 * <p>The counts travel on in front of each checkpoint's barrier, so the operator behind holds them exactly, and this one
 * needs no state. (State would be lost with a bounded source that ends before the job does.)
 */
public final class TriageOperator extends AbstractStreamOperator<StreamEvent>
        implements OneInputStreamOperator<StreamEvent, StreamEvent> {
    private static final long serialVersionUID = 1L;
    public static final OutputTag<OutputRecord> DEAD_LETTERS =
            new OutputTag<>("dead-letters", OutputRecordSerializer.TYPE);

    private transient Map<String, Long> counts;
    private transient Counters skipped;
    private transient Counters deadLettered;

    @Override
    public void open() throws Exception {
        super.open();
        counts = new HashMap<>();
        MetricGroup mot = getMetricGroup().addGroup("mot");
        skipped = new Counters(mot, "skipped", "reason");
        deadLettered = new Counters(mot, "deadLettered", "code");
    }

    @Override
    public void processElement(StreamRecord<StreamEvent> element) {
        StreamEvent event = element.getValue();
        if (event instanceof Skipped skip) {
            skipped.count(skip.reason());
            ended(Tally.SKIPPED, skip.reason(), skip.origin());
        } else if (event instanceof Broken broken) {
            deadLettered.count(broken.letter().code().code());
            ended(
                    Tally.DEAD_LETTERS,
                    broken.letter().code().code(),
                    broken.letter().origin());
            output.collect(DEAD_LETTERS, new StreamRecord<>(OutputRecords.deadLetter(broken.letter())));
        } else {
            output.collect(element);
        }
    }

    private void ended(String name, String reason, Origin origin) {
        if (origin.topic().equals(Topics.INTERNAL)) {
            counts.merge(Tally.HEARD, 1L, Long::sum);
        }
        counts.merge(Tally.READ, 1L, Long::sum);
        counts.merge(name, 1L, Long::sum);
        counts.merge(Tally.of(name, reason), 1L, Long::sum);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) {
        passOnCounts();
    }

    @Override
    public void finish() throws Exception {
        passOnCounts();
        super.finish();
    }

    private void passOnCounts() {
        if (!counts.isEmpty()) {
            output.collect(new StreamRecord<>(new Tallied(counts)));
            counts.clear();
        }
    }
}
