package io.motengine.cli.stops;

import io.motengine.schemas.stop.StopChanged;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
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
    @Mixin
    private Order order;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String what = order.what();
        StopsTopic topic = order.topic();
        // First of all: the rest is for the eye.
        topic.say(order.word(true));
        PrintWriter out = spec.commandLine().getOut();
        out.println("Stopped: " + what + ", by " + order.caller().who() + (order.caller().why() == null ? "" : ": " + order.caller().why()));
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
