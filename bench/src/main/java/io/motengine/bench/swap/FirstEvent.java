package io.motengine.bench.swap;

import io.motengine.bench.results.Table;
import io.motengine.engine.Decider;
import io.motengine.engine.Input;
import io.motengine.engine.Now;
import io.motengine.engine.release.Release;
import io.motengine.engine.release.ReleaseCompiler;
import io.motengine.engine.state.CustomerState;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.EnvelopeReader;
import io.motengine.schemas.codec.RecordHeaders;
import io.motengine.schemas.event.Origin;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * What the first event after a swap costs its task, in time of the processor, which others on the machine do not take part in: with
 * a session that the task opens for it, and with one that was handed over.
 */
final class FirstEvent {
    private static final int RELEASES = 9;
    private static final int WARM_UP = 20;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private FirstEvent() {}

    static Table table(Map<String, String> files) throws Exception {
        long[] opened = new long[RELEASES];
        long[] handedOver = new long[RELEASES];
        long[] next = new long[RELEASES];
        for (int i = 0; i < RELEASES; i++) {
            Release release = ReleaseCompiler.compile(SwapBench.variant(files, i));
            try (Decider cold = new Decider();
                    Decider task = new Decider()) {
                opened[i] = decide(cold, release, "cold", i);
                task.takeOver(warmed(release));
                handedOver[i] = decide(task, release, "warm", i);
                next[i] = decide(task, release, "next", i);
            }
        }
        return new Table(
                        "First event after a swap, ms of the processor (medians and longest of " + RELEASES
                                + " releases)",
                        "what",
                        "median",
                        "longest")
                .row("its task has nothing ready", millis(opened, RELEASES / 2), millis(opened, RELEASES - 1))
                .row(
                        "it was warmed up beside the stream",
                        millis(handedOver, RELEASES / 2),
                        millis(handedOver, RELEASES - 1))
                .row("the event after that", millis(next, RELEASES / 2), millis(next, RELEASES - 1));
    }

    private static Decider warmed(Release release) throws Exception {
        Decider warmed = Decider.warming();
        for (int i = 0; i < WARM_UP; i++) {
            decide(warmed, release, "warm-up-" + i, i);
        }
        return warmed;
    }

    private static long decide(Decider decider, Release release, String customer, int number) throws Exception {
        Input event = new Input.Event(
                EnvelopeReader.read(null, Load.event(number, customer, Instant.now()), RecordHeaders.NONE),
                new Origin(Topics.TRANSACTIONS, 0, number));
        long began = THREADS.getCurrentThreadCpuTime();
        decider.decide(new CustomerState(customer), event, release, Now.EVENT_TIME);
        return THREADS.getCurrentThreadCpuTime() - began;
    }

    private static String millis(long[] nanos, int rank) {
        Arrays.sort(nanos);
        return String.format(Locale.ROOT, "%.2f", nanos[rank] / 1e6);
    }
}
