package io.motengine.cli.rules.simulate;

import io.motengine.cli.rules.RulesDirectory;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What was asked of a simulation.
 *
 * @param events what they were called
 * @param against null to compare with nothing
 * @param records whether every action and decision is written
 * @param from null for everything
 * @param until null for everything
 * @param hears whether what is told comes back
 */
record SimulationPlan(
        Source source,
        String events,
        RulesDirectory release,
        RulesDirectory against,
        Path out,
        boolean records,
        Instant from,
        Instant until,
        boolean hears,
        int threads) {}
