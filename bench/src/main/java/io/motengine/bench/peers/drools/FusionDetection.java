package io.motengine.bench.peers.drools;

import io.motengine.bench.contest.PlainMoment;
import io.motengine.bench.peers.flink.DetectedSerializer;
import io.motengine.bench.peers.flink.FlinkPeer;
import io.motengine.bench.peers.moments.Detected;
import io.motengine.bench.peers.moments.PlainEvent;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.PriorityQueue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Drools Fusion: one long-lived session for each parallel task, in stream mode. Windows follow the session's clock, so that events
 * wait until they can be taken in the order of their times. What the session holds is in no checkpoint: there is no such thing for it.
 */
public final class FusionDetection extends AbstractStreamOperator<Detected>
        implements OneInputStreamOperator<PlainEvent, Detected> {
    private static final long serialVersionUID = 1L;
    private transient PriorityQueue<PlainEvent> waiting;
    private transient FusionSession session;

    private FusionDetection() {}

    public static FlinkPeer peer() {
        return new FlinkPeer(
                "drools-fusion",
                EnumSet.allOf(PlainMoment.class),
                events -> events.keyBy(PlainEvent::customer, Types.STRING)
                        .transform(FlinkPeer.DETECT, DetectedSerializer.TYPE, new FusionDetection()));
    }

    @Override
    public void open() {
        waiting = new PriorityQueue<>(Comparator.comparingLong(PlainEvent::time));
        session = new FusionSession();
    }

    @Override
    public void processElement(StreamRecord<PlainEvent> element) {
        waiting.add(element.getValue());
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        while (!waiting.isEmpty() && waiting.peek().time() <= mark.getTimestamp()) {
            session.take(waiting.poll()).forEach(detected -> output.collect(new StreamRecord<>(detected)));
        }
        super.processWatermark(mark);
    }

    @Override
    public void close() throws Exception {
        if (session != null) {
            session.close();
        }
        super.close();
    }
}
