package io.motengine.bench.peers.drools;

import io.motengine.bench.contest.PlainMoment;
import io.motengine.bench.peers.flink.DetectedSerializer;
import io.motengine.bench.peers.flink.FlinkPeer;
import io.motengine.bench.peers.moments.CustomerMemory;
import io.motengine.bench.peers.moments.Detected;
import io.motengine.bench.peers.moments.PlainEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.kie.api.KieBase;
import org.kie.api.conf.EventProcessingOption;
import org.kie.api.runtime.KieSession;

/**
 * A new session for each event, as demos of Drools in a stream have it: the event and what is kept of its customer go in, moments
 * come out, the session is disposed of.
 */
public final class EachEventDetection extends KeyedProcessFunction<String, PlainEvent, Detected> {
    private static final long serialVersionUID = 1L;
    private transient KieBase rules;
    private transient ValueState<byte[]> memories;

    private EachEventDetection() {}

    public static FlinkPeer peer() {
        return new FlinkPeer(
                "drools-each-event",
                EnumSet.allOf(PlainMoment.class),
                events -> events.keyBy(PlainEvent::customer, Types.STRING)
                        .process(new EachEventDetection(), DetectedSerializer.TYPE)
                        .name(FlinkPeer.DETECT));
    }

    @Override
    public void open(OpenContext context) {
        rules = Rules.compiled("each-event", EachEventRules.text(), EventProcessingOption.CLOUD);
        memories = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("memory", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    @Override
    public void processElement(PlainEvent event, Context context, Collector<Detected> out) throws IOException {
        CustomerMemory memory = CustomerMemory.of(memories.value());
        memory.count(event);
        List<String> found = new ArrayList<>();
        KieSession session = rules.newKieSession();
        try {
            session.setGlobal("found", found);
            session.insert(event);
            session.insert(memory);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        found.forEach(moment -> out.collect(new Detected(moment, event.customer())));
        memory.settle(event);
        memories.update(memory.toBytes());
    }
}
