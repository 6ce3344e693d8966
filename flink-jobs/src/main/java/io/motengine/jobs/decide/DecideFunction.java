package io.motengine.jobs.decide;

import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.Outcome;
import io.motengine.engine.state.CustomerState;
import io.motengine.jobs.release.Releases;
import io.motengine.jobs.sink.OutputRecords;
import io.motengine.jobs.stream.OutputRecord;
import io.motengine.jobs.stream.StreamEvent;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import io.motengine.jobs.stream.StreamEvent.Tallied;
import io.motengine.jobs.tally.Tallies;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.decision.DeadLetter;
import io.motengine.schemas.decision.DecisionRecord;
import io.motengine.schemas.decision.DecisionRecord.CandidateFate;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.IOUtils;

/**
 * The shell around the engine: reads the customer's record, has it decided, writes, emits, and sets the one timer that wakes
 * the customer up. What is due, and when, the record itself knows.
 *
 * <p>A customer has at most one waking timer. It is set only when something falls due earlier than it; when it fires too
 * early, because that something has moved, it is set anew. So a due that moves with each event costs no timer for each.
 */
public abstract class DecideFunction extends KeyedProcessFunction<String, StreamEvent, OutputRecord>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;
    private final DecideSettings settings;
    private transient Releases.Lease lease;
    private transient Decider decider;
    private transient CustomerStates customers;
    private transient Tallies tallies;
    private transient WaitingHorizon horizon;
    private transient DecisionMetrics metrics;

    DecideFunction(DecideSettings settings) {
        this.settings = settings;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        tallies = new Tallies(getRuntimeContext(), context.getOperatorStateStore());
        horizon = new WaitingHorizon(context.getOperatorStateStore());
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        tallies.snapshot();
        horizon.snapshot();
    }

    @Override
    public void open(OpenContext context) throws Exception {
        customers = new CustomerStates(getRuntimeContext());
        metrics = new DecisionMetrics(getRuntimeContext().getMetricGroup(), tallies);
        lease = Releases.lease(settings.release());
        decider = new Decider();
    }

    @Override
    public void close() throws Exception {
        IOUtils.closeAll(decider, lease);
    }

    @Override
    public void processElement(StreamEvent element, Context context, Collector<OutputRecord> out) throws Exception {
        if (element instanceof Tallied tallied) {
            tallies.add(tallied.counts());
        } else {
            process((Decidable) element, context, out);
        }
    }

    abstract void process(Decidable event, Context context, Collector<OutputRecord> out) throws Exception;

    CustomerStates customers() {
        return customers;
    }

    WaitingHorizon horizon() {
        return horizon;
    }

    DecisionMetrics metrics() {
        return metrics;
    }

    /** Decides upon one event; returns whether the record changed. */
    boolean decide(Decidable event, CustomerState state, Collector<OutputRecord> out) {
        Now now = settings.now(event.ingressMillis());
        Outcome outcome = decide(new Input.Event(event.envelope(), event.origin()), state, now);
        metrics.event(event.envelope(), outcome);
        if (outcome.rejection() != null) {
            out.collect(OutputRecords.deadLetter(DeadLetter.of(
                    event.origin(),
                    outcome.rejection().code(),
                    outcome.rejection().getMessage(),
                    event.envelope().body())));
        }
        emit(outcome, event.kafkaMillis(), out);
        return outcome.changed();
    }

    /** Runs what is due at or before {@code at}, if anything is; returns whether the record changed. */
    boolean wake(Instant at, CustomerState state, Collector<OutputRecord> out) {
        if (state.nextDue() > at.toEpochMilli()) {
            return false;
        }
        Now now = settings.now(settings.clock().millis());
        Outcome outcome = decide(new Input.Wake(at), state, now);
        emit(outcome, null, out);
        return outcome.changed();
    }

    private Outcome decide(Input input, CustomerState state, Now now) {
        long start = System.nanoTime();
        Outcome outcome = decider.decide(state, input, lease.release(), now);
        metrics.decided(System.nanoTime() - start);
        metrics.conclusions(outcome);
        return outcome;
    }

    private void emit(Outcome outcome, Long causeMillis, Collector<OutputRecord> out) {
        for (DecisionRecord decision : outcome.decisions()) {
            out.collect(OutputRecords.decision(decision));
        }
        outcome.cancelled().forEach(cancelled -> out.collect(OutputRecords.cancelled(cancelled)));
        if (outcome.issued().isEmpty()) {
            return;
        }
        Set<String> byDue = actionsOfDues(outcome);
        for (ActionIssued action : outcome.issued()) {
            boolean caused = causeMillis != null && !byDue.contains(action.id());
            out.collect(OutputRecords.issued(action, caused ? causeMillis : null));
            if (caused) {
                metrics.actionLeft(settings.clock().millis() - causeMillis);
            }
        }
    }

    /** What fell due before an event was decided along with it, but the event's record did not cause it. */
    private static Set<String> actionsOfDues(Outcome outcome) {
        return outcome.decisions().stream()
                .filter(decision -> decision.cause().kind().equals("due"))
                .flatMap(decision -> decision.candidates().stream())
                .map(CandidateFate::actionId)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
    }

    /** Whether anything may still fall due at this time. */
    boolean withinReach(long due, TimerService timers) {
        if (settings.until() != null) {
            return due <= settings.until().toEpochMilli();
        }
        // The last watermark of a job that is drained is the end of the stream, not of time.
        return due != CustomerState.NEVER && timers.currentWatermark() != Long.MAX_VALUE;
    }

    /** Sets the waking timer if something is due before it; returns whether the record changed. */
    boolean setTimer(CustomerState state, TimerService timers) {
        long due = state.nextDue();
        if (due >= state.wakeAt() || !withinReach(due, timers)) {
            return false;
        }
        if (state.wakeAt() != CustomerState.NEVER) {
            overtaken(state.wakeAt(), timers);
        }
        timers.registerEventTimeTimer(due);
        state.wakeAt(due);
        return true;
    }

    /** A timer is not needed any more. */
    abstract void overtaken(long timer, TimerService timers);

    /** The customer's waking timer has fired. */
    void woken(long timer, CustomerState state, TimerService timers, Collector<OutputRecord> out) {
        state.wakeAt(CustomerState.NEVER);
        if (withinReach(timer, timers)) {
            wake(Instant.ofEpochMilli(timer), state, out);
        }
        setTimer(state, timers);
    }
}
