package io.motengine.bench.peers.cep;

import io.motengine.bench.peers.moments.Detected;
import io.motengine.bench.peers.moments.OneEventMoments;
import io.motengine.bench.peers.moments.PlainEvent;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Moments that an event tells by itself. */
final class TellAlone implements FlatMapFunction<PlainEvent, Detected> {
    private static final long serialVersionUID = 1L;

    @Override
    public void flatMap(PlainEvent event, Collector<Detected> out) {
        OneEventMoments.of(event, moment -> out.collect(new Detected(moment, event.customer())));
    }
}
