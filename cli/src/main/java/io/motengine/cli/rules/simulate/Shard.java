package io.motengine.cli.rules.simulate;

import io.motengine.engine.Decider;
import io.motengine.engine.allocate.Asked;
import io.motengine.engine.offline.Customers;
import io.motengine.engine.offline.Decided;
import io.motengine.engine.release.Release;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.event.EventEnvelope;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Some of the customers, decided by one thread at a time. */
final class Shard implements AutoCloseable {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private final List<Recorded> events;
    private final Decider decider = new Decider();
    private final Customers customers;
    private final Results results;
    private final List<Recorded> inbox = new ArrayList<>();
    private List<Said> said = new ArrayList<>();
    private int next;
    private volatile int done;
    private long pieceStart;
    private long cpuNanos;
    private long firstHalfNanos;

    /** What a customer told others and asked the allocator in one turn. */
    record Said(String customer, Instant time, List<EventEnvelope> told, List<Asked> asked) {}

    Shard(Release release, List<Recorded> events, Instant until, Results results) {
        this.events = events;
        this.results = results;
        this.customers = new Customers(release, decider, until, this::note);
    }

    private void note(Decided decided) {
        results.decided(decided);
        if (!decided.outcome().told().isEmpty() || !decided.outcome().asked().isEmpty()) {
            said.add(new Said(
                    decided.customer(),
                    decided.time(),
                    decided.outcome().told(),
                    decided.outcome().asked()));
        }
    }

    /** When anything happens or falls due next (epoch milliseconds), or {@link CustomerState#NEVER}. */
    long nextTime() {
        long event = next < events.size() ? events.get(next).event().time().toEpochMilli() : CustomerState.NEVER;
        return Math.min(event, customers.nextDue());
    }

    /** Does a piece of work, and counts what it takes of a processor: other programs may want it too. */
    void work(Consumer<Shard> piece) {
        pieceStart = CPU.getCurrentThreadCpuTime();
        piece.accept(this);
        cpuNanos += CPU.getCurrentThreadCpuTime() - pieceStart;
    }

    long cpuNanos() {
        return cpuNanos;
    }

    /** Of these the second half of the events took so much: by then the JVM has compiled what is run most. */
    long secondHalfNanos() {
        return cpuNanos - firstHalfNanos;
    }

    int secondHalf() {
        return events.size() - half();
    }

    private int half() {
        return events.size() / 2;
    }

    /** Decides all that happens or falls due at or before {@code last}, in order of time. */
    void run(long last) {
        while (next < events.size()) {
            Recorded recorded = events.get(next);
            long time = recorded.event().time().toEpochMilli();
            if (time > last) {
                break;
            }
            customers.event(recorded.event(), recorded.origin());
            done = ++next;
            if (next == half()) {
                firstHalfNanos = cpuNanos + CPU.getCurrentThreadCpuTime() - pieceStart;
            }
        }
        customers.advance(Instant.ofEpochMilli(last));
    }

    /** Something that is told to one of the customers: heard with the next {@link #hear}. */
    void tell(Recorded event) {
        inbox.add(event);
    }

    boolean isTold() {
        return !inbox.isEmpty();
    }

    void hear() {
        List<Recorded> told = List.copyOf(inbox);
        inbox.clear();
        told.forEach(event -> customers.event(event.event(), event.origin()));
    }

    /** What was said since the last call. */
    List<Said> takeSaid() {
        List<Said> all = said;
        said = new ArrayList<>();
        return all;
    }

    /** How many recorded events have been decided; may be asked by any thread. */
    int done() {
        return done;
    }

    int customers() {
        return customers.size();
    }

    Results results() {
        return results;
    }

    @Override
    public void close() {
        decider.close();
    }
}
