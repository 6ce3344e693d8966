package io.motengine.cli.stops;

import io.motengine.cli.wire.BrokerOptions;
import io.motengine.schemas.stop.StopChanged;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;

/** What stopping and resuming have in common: what it is about, who says so and why, and to which broker. */
final class Order {
    @ArgGroup(multiplicity = "1")
    private Target target;

    @Mixin
    private Caller caller;

    @Mixin
    private BrokerOptions broker;

    String what() {
        return target.what();
    }

    Caller caller() {
        return caller;
    }

    /** @throws io.motengine.cli.Refusal if the broker does not answer */
    StopsTopic topic() {
        return new StopsTopic(broker.address());
    }

    /** The word to be said. */
    StopChanged word(boolean holds) {
        return new StopChanged(
                UUID.randomUUID().toString(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                what(),
                holds,
                caller.who(),
                caller.why());
    }
}
