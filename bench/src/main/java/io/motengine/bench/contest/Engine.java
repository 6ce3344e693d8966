package io.motengine.bench.contest;

import io.motengine.jobs.DecisionJob;
import java.util.EnumSet;
import java.util.Set;

/** The decision job itself, everything on. */
public final class Engine implements Contestant {
    /** Name and uid of its operator that has the state. */
    static final String DECIDE = "decide";

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public Set<PlainMoment> moments() {
        return EnumSet.allOf(PlainMoment.class);
    }

    @Override
    public Running start(Course course) throws Exception {
        DecisionJob job = Jobs.of(course);
        return FlinkRunning.start(course, job.flinkConfiguration(), DECIDE, job::define);
    }
}
