package io.motengine.jobs;

import io.motengine.jobs.decide.DecideOperator;
import io.motengine.jobs.decide.DecideSettings;
import io.motengine.jobs.source.TimedSource;
import io.motengine.jobs.stream.OutputRecord;
import io.motengine.jobs.stream.OutputRecordSerializer;
import io.motengine.jobs.stream.StreamEvent;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import io.motengine.jobs.stream.StreamEventSerializer;
import io.motengine.jobs.triage.TriageOperator;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The decision job.
 *
 * <pre>
 *  transactions ──► triage ─┐ events, counts
 *  clicks ────────► triage ─┼───────────────► by customer ──► decide ─┐ actions, decisions, dead letters
 *  context ───────► triage ─┘                                         │
 *                     │                                               ├──► outputs
 *                     └── dead letters ───────────────────────────────┘
 * </pre>
 */
final class DecisionTopology {
    private final Sources sources;
    private final DecideSettings settings;
    private final Sink<OutputRecord> sink;

    /** Where events come from; tests pass their own. */
    record Sources(TimedSource transactions, TimedSource clicks, TimedSource context) {}

    DecisionTopology(Sources sources, DecideSettings settings, Sink<OutputRecord> sink) {
        this.sources = sources;
        this.settings = settings;
        this.sink = sink;
    }

    void define(StreamExecutionEnvironment env) {
        SingleOutputStreamOperator<StreamEvent> transactions =
                triage(OperatorIds.TRIAGE_TRANSACTIONS, read(env, OperatorIds.TRANSACTIONS, sources.transactions()));
        SingleOutputStreamOperator<StreamEvent> clicks =
                triage(OperatorIds.TRIAGE_CLICKS, read(env, OperatorIds.CLICKS, sources.clicks()));
        SingleOutputStreamOperator<StreamEvent> context =
                triage(OperatorIds.TRIAGE_CONTEXT, read(env, OperatorIds.CONTEXT, sources.context()));

        DataStream<OutputRecord> concluded = decide(byCustomer(transactions.union(clicks, context)));
        outputs(concluded.union(deadLetters(transactions), deadLetters(clicks), deadLetters(context)));
    }

    private static DataStream<StreamEvent> read(StreamExecutionEnvironment env, String id, TimedSource source) {
        return env.fromSource(source.source(), source.watermarks(), id, StreamEventSerializer.TYPE)
                .uid(id);
    }

    private static SingleOutputStreamOperator<StreamEvent> triage(String id, DataStream<StreamEvent> read) {
        return read.transform(id, StreamEventSerializer.TYPE, new TriageOperator())
                .uid(id);
    }

    private static DataStream<OutputRecord> deadLetters(SingleOutputStreamOperator<StreamEvent> triaged) {
        return triaged.getSideOutput(TriageOperator.DEAD_LETTERS);
    }

    private static KeyedStream<StreamEvent, String> byCustomer(DataStream<StreamEvent> events) {
        return events.keyBy(DecisionTopology::customer, Types.STRING);
    }

    /** Counts belong to nobody: they go where the empty name goes. */
    private static String customer(StreamEvent event) {
        return event instanceof Decidable decidable ? decidable.envelope().subject() : "";
    }

    private DataStream<OutputRecord> decide(KeyedStream<StreamEvent, String> events) {
        return events.transform(OperatorIds.DECIDE, OutputRecordSerializer.TYPE, new DecideOperator(settings))
                .uid(OperatorIds.DECIDE);
    }

    private void outputs(DataStream<OutputRecord> records) {
        records.sinkTo(sink).name(OperatorIds.OUTPUTS).uid(OperatorIds.OUTPUTS);
    }
}
