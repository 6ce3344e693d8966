package io.motengine.jobs.decide;

import io.motengine.engine.state.CustomerState;
import io.motengine.jobs.config.Ordering;
import io.motengine.jobs.release.LiveReleases;
import io.motengine.jobs.release.Seat;
import io.motengine.jobs.stops.Stops;
import io.motengine.jobs.stream.AllocationRequest;
import io.motengine.jobs.stream.AllocationRequestSerializer;
import io.motengine.jobs.stream.OutputRecord;
import io.motengine.jobs.stream.OutputRecordSerializer;
import io.motengine.jobs.stream.StreamEvent;
import io.motengine.jobs.stream.StreamEvent.Decidable;
import io.motengine.jobs.stream.StreamEvent.Tallied;
import io.motengine.jobs.tally.Tallies;
import io.motengine.schemas.Topics;
import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerServiceImpl;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.IOUtils;
import org.apache.flink.util.OutputTag;

/**
 * The shell around the engine: reads the customer's record, has it decided, writes, emits, and sets the timers that wake the
 * customer up.
 *
 * <p>An operator of its own, because Flink's ready-made ones fire all timers that are due before anything else happens. Here a
 * watermark passes at once, and what is due runs in slices (see {@link DueDrain}). Only a history by event time runs it all
 * before it reads on: there nobody waits, and reading on would pile up events.
 */
public final class DecideOperator extends AbstractStreamOperator<OutputRecord>
        implements OneInputStreamOperator<StreamEvent, OutputRecord> {
    private static final long serialVersionUID = 1L;

    /** What one customer tells another: delivered in a way of its own. */
    public static final OutputTag<OutputRecord> TOLD = new OutputTag<>("told", OutputRecordSerializer.TYPE);

    /** What the allocator is asked, in the order of each customer. */
    public static final OutputTag<AllocationRequest> ASKED = new OutputTag<>("asked", AllocationRequestSerializer.TYPE);

    private final DecideSettings settings;
    private final Dues dues;
    private transient Tallies tallies;
    private transient WaitingHorizon horizon;
    private transient ReleaseSweep sweep;
    private transient LiveReleases live;
    private transient Seat seat;
    private transient SwapFloor floor;
    private transient ReleaseChoice releases;
    private transient Stops stops;
    private transient Desk desk;
    private transient CustomerStates customers;
    private transient WakingTimers timers;
    private transient DecisionOrder order;
    private transient DueDrain drain;

    public DecideOperator(DecideSettings settings) {
        this(settings, Dues.OF_RECORD);
    }

    DecideOperator(DecideSettings settings, Dues dues) {
        this.settings = settings;
        this.dues = settings.ordering() == Ordering.ARRIVAL ? dues : DecideByEventTime.inOneLine(dues);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        floor = new SwapFloor(context.getOperatorStateStore());
        live = settings.releases().open();
        TaskInfo task = getRuntimeContext().getTaskInfo();
        seat = live.seat(task.getIndexOfThisSubtask(), task.getNumberOfParallelSubtasks(), floor.time());
        floor.begin(seat.from());
        releases = new ReleaseChoice(seat, floor);
        tallies = new Tallies(getRuntimeContext(), context.getOperatorStateStore());
        horizon = new WaitingHorizon(context.getOperatorStateStore());
        sweep = new ReleaseSweep(
                context.getOperatorStateStore(), context.isRestored(), setter(floor.time()), this::look);
    }

    /** All that the timers depend upon, at a time. */
    private String setter(long time) {
        return releases.slot(time).name() + " " + settings.ordering();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        customers.writeAll();
        tallies.snapshot();
        horizon.snapshot();
        sweep.snapshot();
        floor.snapshot(context.getCheckpointId(), timers.watermark());
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) throws Exception {
        super.notifyCheckpointComplete(checkpoint);
        seat.needsFrom(floor.completed(checkpoint));
    }

    @Override
    public void open() throws Exception {
        super.open();
        boolean onArrival = settings.ordering() == Ordering.ARRIVAL;
        DecisionMetrics metrics = new DecisionMetrics(getMetricGroup(), tallies);
        customers = customers();
        stops = settings.stops().open();
        getMetricGroup().addGroup("mot").gauge("stops", () -> stops.size());
        desk = new Desk(settings, releases, stops, metrics, this::send, this::ask);
        timers = new WakingTimers(services(), dues, settings.until(), () -> !onArrival || mayWait());
        WaitingEvents waiting = new WaitingEvents(getRuntimeContext());
        order = onArrival
                ? new DecideOnArrival(customers, waiting, horizon, desk, timers, sweep)
                : new DecideByEventTime(customers, waiting, horizon, desk, timers, metrics);
        drain = new DueDrain(
                order, timers, sweep, limits(), new DueMetrics(getMetricGroup(), sweep), getProcessingTimeService());
        sweep.begin(customers::names);
        if (onArrival) {
            drain.proceed();
        } else {
            drain.complete();
        }
    }

    private boolean mayWait() {
        return horizon.mayWait(timers.ranUpTo(Urgency.MARKETING));
    }

    private void send(OutputRecord record) {
        if (record.topic().equals(Topics.INTERNAL)) {
            output.collect(TOLD, new StreamRecord<>(record));
        } else {
            output.collect(new StreamRecord<>(record));
        }
    }

    private void ask(AllocationRequest request) {
        output.collect(ASKED, new StreamRecord<>(request));
    }

    private Map<Urgency, InternalTimerServiceImpl<?, VoidNamespace>> services() {
        Map<Urgency, InternalTimerServiceImpl<?, VoidNamespace>> services = new EnumMap<>(Urgency.class);
        for (Urgency urgency : Urgency.values()) {
            services.put(urgency, (InternalTimerServiceImpl<?, VoidNamespace>)
                    this.<String, VoidNamespace>getInternalTimerService(
                            urgency.timers(), VoidNamespaceSerializer.INSTANCE, new Alarm(urgency)));
        }
        return services;
    }

    private DueDrain.Limits limits() {
        return settings.live()
                ? new DueDrain.Limits(
                        TokenBucket.of(settings.due().maxPerSecond()),
                        TokenBucket.of(settings.due().sweepPerSecond()))
                : new DueDrain.Limits(TokenBucket.bottomless(), TokenBucket.bottomless());
    }

    @Override
    public void processElement(StreamRecord<StreamEvent> element) throws Exception {
        if (element.getValue() instanceof Tallied tallied) {
            tallies.add(tallied.counts());
        } else {
            order.event((Decidable) element.getValue());
            drain.eventCame();
        }
    }

    @Override
    public void processWatermark(Watermark watermark) throws Exception {
        timers.advance(watermark.getTimestamp());
        sweep.again(setter(timers.watermark()), customers::names);
        if (settings.ordering() == Ordering.ARRIVAL) {
            drain.proceed();
        } else {
            drain.complete();
        }
        output.emitWatermark(watermark);
    }

    @Override
    public void finish() throws Exception {
        drain.complete();
        super.finish();
    }

    @Override
    public void close() throws Exception {
        IOUtils.closeAll(sweep, stops, desk, seat, live, super::close);
    }

    ReleaseSweep sweep() {
        return sweep;
    }

    private CustomerStates customers() {
        StoredCustomers stored = new StoredCustomers(getRuntimeContext(), getKeyedStateBackend());
        return stored.ofBytes()
                ? new CachedCustomers(stored, settings.cache(), new CacheMetrics(getMetricGroup()))
                : stored;
    }

    /** The sweep's look at one customer. */
    private void look(String customer) throws Exception {
        setCurrentKey(customer);
        CustomerState state = customers.of(customer);
        boolean changed = desk.reconsider(state, timers.watermark());
        changed |= timers.set(state);
        customers.back(state, changed);
    }

    /** Called by Flink with the timer's customer as the current one. */
    private final class Alarm implements Triggerable<String, VoidNamespace> {
        private final Urgency urgency;

        private Alarm(Urgency urgency) {
            this.urgency = urgency;
        }

        @Override
        public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
            drain.fired(urgency, timer);
        }

        @Override
        public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
            throw new IllegalStateException("a processing-time timer (expected: none is ever set)");
        }
    }
}
