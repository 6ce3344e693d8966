package io.motengine.cli.stops;

import io.motengine.cli.Refusal;
import io.motengine.schemas.stop.StopChanged;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mot resume}. */
@Command(name = "resume", description = "Lifts an emergency stop. What was dropped while it held does not come back.")
public final class ResumeCommand implements Callable<Integer> {
    @Mixin
    private Order order;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String what = order.what();
        StopsTopic topic = order.topic();
        Map<String, StopChanged> all = topic.all();
        List<String> held = all.values().stream()
                .filter(StopChanged::holds)
                .map(StopChanged::what)
                .toList();
        if (!held.contains(what)) {
            throw new Refusal(
                    what + " is not stopped (stopped: " + (held.isEmpty() ? "nothing" : String.join(", ", held)) + ")");
        }
        topic.say(order.word(false));
        spec.commandLine().getOut().println("Resumed: " + what + ", by " + order.caller().who());
        held.stream()
                .filter(other -> !other.equals(what))
                .forEach(other -> spec.commandLine().getOut().println("Still stopped: " + other));
        return 0;
    }
}
