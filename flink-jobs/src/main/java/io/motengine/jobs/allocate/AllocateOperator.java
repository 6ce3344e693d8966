package io.motengine.jobs.allocate;

import io.motengine.engine.allocate.Allocator;
import io.motengine.engine.allocate.Answers;
import io.motengine.jobs.sink.OutputRecords;
import io.motengine.jobs.stream.AllocationRequest;
import io.motengine.jobs.stream.AllocationRequest.Claim;
import io.motengine.jobs.stream.AllocationRequest.Correct;
import io.motengine.jobs.stream.AllocationRequest.GiveBack;
import io.motengine.jobs.stream.OutputRecord;
import io.motengine.jobs.tally.Counters;
import io.motengine.jobs.tally.Tallies;
import io.motengine.jobs.tally.Tally;
import io.motengine.schemas.Topics;
import java.util.Optional;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * The shell around the allocator: actions leave if all that they count for is given, and the customer is told either way.
 *
 * <p>One instance, whatever the parallelism of the job, so that a coupon, a quota and a manager's day are given together or not at
 * all: state is keyed by resource, and every key is here. What it emits goes through a sink of its own that is exact: an action
 * is not seen before the checkpoint that holds what was given for it.
 */
public final class AllocateOperator extends AbstractStreamOperator<OutputRecord>
        implements OneInputStreamOperator<AllocationRequest, OutputRecord>, Triggerable<String, VoidNamespace> {
    private static final long serialVersionUID = 1L;

    /** Name of the timers: part of their format, never changed. */
    private static final String TIMERS = "forget";

    private transient Tallies tallies;
    private transient Counters denied;
    private transient KeyedShelf shelf;
    private transient Allocator allocator;

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        tallies = new Tallies(getRuntimeContext(), context.getOperatorStateStore());
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        tallies.snapshot();
    }

    @Override
    public void open() throws Exception {
        super.open();
        MetricGroup mot = getMetricGroup().addGroup("mot");
        denied = new Counters(mot, "denied", "resource");
        InternalTimerService<VoidNamespace> timers =
                getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this);
        shelf = new KeyedShelf(
                getRuntimeContext(),
                this::setCurrentKey,
                at -> timers.registerEventTimeTimer(VoidNamespace.INSTANCE, at));
        allocator = new Allocator(shelf);
    }

    @Override
    public void processElement(StreamRecord<AllocationRequest> element) {
        AllocationRequest request = element.getValue();
        if (request instanceof Claim claim) {
            answer(claim);
        } else if (request instanceof GiveBack back) {
            allocator.giveBack(back.resource(), back.claim());
        } else if (request instanceof Correct correct) {
            allocator.correct(correct.resource(), correct.id(), correct.change(), correct.budgetChange());
        }
    }

    private void answer(Claim claim) {
        Optional<String> missing = allocator.claim(claim.needs());
        if (missing.isEmpty()) {
            send(claim.record());
            tallies.add(Tally.actions(Topics.channel(claim.record().topic())), 1);
            tallies.add(Tally.GIVEN, 1);
        } else {
            denied.count(missing.get());
            tallies.add(Tally.DENIED, 1);
        }
        send(OutputRecords.told(Answers.of(claim.customer(), claim.action(), missing, claim.time())));
        tallies.add(Tally.TOLD, 1);
    }

    private void send(OutputRecord record) {
        output.collect(new StreamRecord<>(record));
    }

    /** The day of a capacity is long over. */
    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) {
        shelf.forget();
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("a processing-time timer (expected: none is ever set)");
    }
}
