package io.motengine.jobs;

import io.motengine.jobs.allocate.AllocateOperator;
import io.motengine.jobs.decide.DecideOperator;
import io.motengine.jobs.decide.DecideSettings;
import io.motengine.jobs.source.TimedSource;
import io.motengine.jobs.stream.AllocationRequest;
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
 *  clicks ────────► triage ─┤                                         ┌ actions, decisions, views, dead letters
 *  context ───────► triage ─┼───────────────► by customer ──► decide ─┼──► outputs
 *  internal ──────► triage ─┘                                         │
 *     ▲               └── dead letters ───────────────────────────────┤
 *     ├──────────────────────────── mot.internal ◄── told ◄───────────┤ events for other customers
 *     └── given, denied ── mot.internal ◄── allocated ◄── allocate ◄──┘ actions that count for something
 *                         counted actions ◄─┘
 * </pre>
 */
final class DecisionTopology {
    private final Sources sources;
    private final DecideSettings settings;
    private final Sinks sinks;

    /** Where events come from; tests pass their own. Without {@code internal} nobody hears what is told. */
    record Sources(TimedSource transactions, TimedSource clicks, TimedSource context, TimedSource internal) {}

    /**
     * Where records go to.
     *
     * @param told for what one customer tells another: exactly once, however the rest is delivered, since a record that is handed
     *     over twice, or after a crash with other events in it, could not be taken in exactly once
     * @param allocated for actions that count for something, and for what is told of them: exactly once too, or a crash could give
     *     one coupon to two customers
     */
    record Sinks(Sink<OutputRecord> outputs, Sink<OutputRecord> told, Sink<OutputRecord> allocated) {}

    DecisionTopology(Sources sources, DecideSettings settings, Sinks sinks) {
        this.sources = sources;
        this.settings = settings;
        this.sinks = sinks;
    }

    void define(StreamExecutionEnvironment env) {
        SingleOutputStreamOperator<StreamEvent> transactions =
                triage(OperatorIds.TRIAGE_TRANSACTIONS, read(env, OperatorIds.TRANSACTIONS, sources.transactions()));
        SingleOutputStreamOperator<StreamEvent> clicks =
                triage(OperatorIds.TRIAGE_CLICKS, read(env, OperatorIds.CLICKS, sources.clicks()));
        SingleOutputStreamOperator<StreamEvent> context =
                triage(OperatorIds.TRIAGE_CONTEXT, read(env, OperatorIds.CONTEXT, sources.context()));
        DataStream<StreamEvent> events = transactions.union(clicks, context);
        DataStream<OutputRecord> letters = deadLetters(transactions).union(deadLetters(clicks), deadLetters(context));
        if (sources.internal() != null) {
            SingleOutputStreamOperator<StreamEvent> internal =
                    triage(OperatorIds.TRIAGE_INTERNAL, read(env, OperatorIds.INTERNAL, sources.internal()));
            events = events.union(internal);
            letters = letters.union(deadLetters(internal));
        }

        SingleOutputStreamOperator<OutputRecord> concluded = decide(byCustomer(events));
        told(concluded.getSideOutput(DecideOperator.TOLD));
        allocated(allocate(concluded.getSideOutput(DecideOperator.ASKED)));
        outputs(concluded.union(letters));
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

    private SingleOutputStreamOperator<OutputRecord> decide(KeyedStream<StreamEvent, String> events) {
        return events.transform(OperatorIds.DECIDE, OutputRecordSerializer.TYPE, new DecideOperator(settings))
                .uid(OperatorIds.DECIDE);
    }

    private void outputs(DataStream<OutputRecord> records) {
        records.sinkTo(sinks.outputs()).name(OperatorIds.OUTPUTS).uid(OperatorIds.OUTPUTS);
    }

    /** One instance, which has all resources: what an action counts for is given together or not at all. */
    private static SingleOutputStreamOperator<OutputRecord> allocate(DataStream<AllocationRequest> asked) {
        return asked.keyBy(AllocationRequest::resource, Types.STRING)
                .transform(OperatorIds.ALLOCATE, OutputRecordSerializer.TYPE, new AllocateOperator())
                .setParallelism(1)
                .uid(OperatorIds.ALLOCATE);
    }

    /** One writer, so that an action and what is told of it are in one transaction. */
    private void allocated(DataStream<OutputRecord> records) {
        records.sinkTo(sinks.allocated())
                .setParallelism(1)
                .name(OperatorIds.ALLOCATED)
                .uid(OperatorIds.ALLOCATED);
    }

    private void told(DataStream<OutputRecord> records) {
        records.sinkTo(sinks.told()).name(OperatorIds.TOLD).uid(OperatorIds.TOLD);
    }
}
