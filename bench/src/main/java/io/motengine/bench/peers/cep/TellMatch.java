package io.motengine.bench.peers.cep;

import io.motengine.bench.peers.moments.Detected;
import io.motengine.bench.peers.moments.PlainEvent;
import java.util.List;
import java.util.Map;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.util.Collector;

/** A pattern that has matched. */
final class TellMatch extends PatternProcessFunction<PlainEvent, Detected> {
    private static final long serialVersionUID = 1L;
    private final String moment;

    TellMatch(String moment) {
        this.moment = moment;
    }

    @Override
    public void processMatch(Map<String, List<PlainEvent>> match, Context context, Collector<Detected> out) {
        String customer = match.values().iterator().next().get(0).customer();
        out.collect(new Detected(moment, customer));
    }
}
