package io.motengine.bench.peers.siddhi;

import io.motengine.bench.contest.Contestant;
import io.motengine.bench.contest.Course;
import io.motengine.bench.contest.PlainMoment;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** Siddhi in this process: in each thread one application, fed by a consumer of its own, as its documents embed it. */
public final class SiddhiPeer implements Contestant {
    private static final int PATIENCE_SECONDS = 30;

    @Override
    public String name() {
        return "siddhi";
    }

    @Override
    public Set<PlainMoment> moments() {
        return EnumSet.allOf(PlainMoment.class);
    }

    @Override
    public Running start(Course course) {
        LongAdder read = new LongAdder();
        AtomicReference<String> failure = new AtomicReference<>();
        ExecutorService threads = Executors.newFixedThreadPool(course.parallelism());
        List<SiddhiLoop> loops = new ArrayList<>();
        for (int i = 0; i < course.parallelism(); i++) {
            SiddhiLoop loop = new SiddhiLoop(course, i, read, failure);
            loops.add(loop);
            threads.execute(loop);
        }
        threads.shutdown();
        return new Running() {
            @Override
            public long read() {
                return read.sum();
            }

            @Override
            public String failure() {
                return failure.get();
            }

            @Override
            public void close() {
                loops.forEach(SiddhiLoop::stop);
                await(threads);
            }
        };
    }

    private static void await(ExecutorService threads) {
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
