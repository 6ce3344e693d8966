package io.motengine.cli.wire;

import io.motengine.cli.Home;
import io.motengine.cli.Refusal;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which broker a command talks to. */
public final class BrokerOptions {
    @Option(
            names = "--bootstrap",
            paramLabel = "<host:port>",
            description = "Broker to talk to; else that of the demo that runs in this checkout.")
    private String bootstrap;

    @Option(
            names = "--run-dir",
            paramLabel = "<dir>",
            description = "Run directory of the demo; else .mot/demo of this checkout.")
    private Path runDirectory;

    /** The broker's address. */
    public String address() {
        if (bootstrap != null) {
            return bootstrap;
        }
        Path directory = runDirectory();
        return DemoBroker.address(directory)
                .orElseThrow(() -> new Refusal("--bootstrap: absent, and no demo runs in " + directory
                        + " (expected: host:port of the bank's Kafka, or a running ./mot demo)"));
    }

    /** Where the demo runs, if one does. */
    public Path runDirectory() {
        return runDirectory == null ? Home.path(".mot/demo") : runDirectory;
    }

    /** Whether a broker was named, rather than a demo looked for. */
    public boolean isElsewhere() {
        return bootstrap != null;
    }
}
