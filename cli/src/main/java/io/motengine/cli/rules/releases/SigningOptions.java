package io.motengine.cli.rules.releases;

import io.motengine.cli.Refusal;
import io.motengine.cli.wire.BrokerOptions;
import io.motengine.schemas.release.ReleaseKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Who signs, and what they say to it. */
final class SigningOptions {
    private static final String VARIABLE = "MOT_RELEASE_KEY";

    @Option(
            names = "--key",
            paramLabel = "<file>",
            description = "Key to sign with, as ./mot rules keys makes it; else the one in the environment variable "
                    + VARIABLE + " (its text or its file), else that of the demo that runs.")
    private Path key;

    @Option(names = "--by", paramLabel = "<name>", description = "Who says so, for the record; else who is logged in.")
    private String who;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "<text>",
            description = "What for, for the record.")
    private String message;

    String who() {
        return who == null ? System.getProperty("user.name", "unknown") : who;
    }

    /** Null if nothing was said. */
    String message() {
        return message;
    }

    /** @throws Refusal if there is none, or it cannot be read */
    ReleaseKey key(BrokerOptions broker) {
        String variable = System.getenv(VARIABLE);
        if (key != null) {
            return read(key);
        }
        if (variable != null && !variable.isBlank()) {
            return variable.contains("BEGIN") ? parse(VARIABLE, variable) : read(Path.of(variable));
        }
        Path demo = DemoKey.file(broker.runDirectory());
        if (!broker.isElsewhere() && Files.exists(demo)) {
            return read(demo);
        }
        throw new Refusal("--key: absent (expected: a key made by ./mot rules keys, here or in " + VARIABLE
                + ", whose public half the job's configuration lists under release.keys)");
    }

    private static ReleaseKey read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new Refusal(file + ": cannot be read (expected: a key made by ./mot rules keys)", e);
        }
    }

    private static ReleaseKey parse(String where, String text) {
        try {
            return ReleaseKey.read(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(where + ": " + e.getMessage(), e);
        }
    }
}
