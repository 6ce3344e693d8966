package io.motengine.cli.stops;

import picocli.CommandLine.Option;

/** Who says so, and why. */
final class Caller {
    @Option(names = "--by", paramLabel = "<name>", description = "Who says so, for the record; else who is logged in.")
    private String who;

    @Option(names = "--why", paramLabel = "<text>", description = "Why, for the record.")
    private String why;

    String who() {
        return who == null ? System.getProperty("user.name", "unknown") : who;
    }

    /** Null if no reason was given. */
    String why() {
        return why;
    }
}
