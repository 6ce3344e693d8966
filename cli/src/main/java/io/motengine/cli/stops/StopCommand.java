package io.motengine.cli.stops;

import io.motengine.cli.wire.BrokerOptions;
import io.motengine.schemas.stop.StopChanged;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mot stop}. */
@Command(
        name = "stop",
        description =
                "Emergency stop: from now on nothing leaves, or nothing by a channel, or of a strategy. Holds within two"
                        + " seconds, through restarts, until resumed.")
public final class StopCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private Target target;

    @Mixin
    private Caller caller;

    @Mixin
    private BrokerOptions broker;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String what = target.what();
        StopsTopic topic = new StopsTopic(broker.address());
        // First of all: the rest is for the eye.
        topic.say(new StopChanged(
                UUID.randomUUID().toString(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                what,
                true,
                caller.who(),
                caller.why()));
        PrintWriter out = spec.commandLine().getOut();
        out.println("Stopped: " + what + ", by " + caller.who() + (caller.why() == null ? "" : ": " + caller.why()));
        out.println("It holds until ./mot resume " + Target.typed(what));
        warn(what, topic);
        return 0;
    }

    private void warn(String what, StopsTopic topic) {
        String channel = what.startsWith(StopChanged.channel(""))
                ? what.substring(StopChanged.channel("").length())
                : null;
        if (channel != null && !topic.knows(channel)) {
            spec.commandLine()
                    .getErr()
                    .println("mot: nothing was ever sent by a channel " + channel + ": is its name right? (found: "
                            + String.join(", ", topic.channels()) + ")");
        }
    }
}
