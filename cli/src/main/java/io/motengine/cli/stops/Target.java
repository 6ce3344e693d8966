package io.motengine.cli.stops;

import io.motengine.cli.Refusal;
import io.motengine.schemas.stop.StopChanged;
import picocli.CommandLine.Option;

/** What is to be stopped, or to go on. */
final class Target {
    @Option(names = "--all", description = "Everything, service messages too.")
    private boolean all;

    @Option(names = "--channel", paramLabel = "<id>", description = "All messages by a channel, such as sms.")
    private String channel;

    @Option(names = "--strategy", paramLabel = "<id>", description = "One strategy, by the id of its card.")
    private String strategy;

    /** As it stands on the topic. */
    String what() {
        if (all) {
            return StopChanged.ALL;
        }
        return channel != null
                ? checked("--channel", channel, StopChanged.channel(channel))
                : checked("--strategy", strategy, StopChanged.strategy(strategy));
    }

    private static String checked(String option, String given, String what) {
        if (!StopChanged.isStop(what)) {
            throw new Refusal(option + ": \"" + given + "\" (expected: an id such as sms, without blanks)");
        }
        return what;
    }

    /** As it is typed. */
    static String typed(String what) {
        return what.equals(StopChanged.ALL) ? "--all" : "--" + what.replaceFirst(":", " ");
    }
}
