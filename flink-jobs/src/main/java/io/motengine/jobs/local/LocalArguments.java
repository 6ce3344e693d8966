package io.motengine.jobs.local;

import io.motengine.jobs.config.ConfigException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Arguments of the local cluster.
 *
 * @param config the job's configuration file
 * @param from savepoint to go on from where the directory has no checkpoint yet; null for none
 * @param webPort of the web UI
 * @param directory for checkpoints, unless the configuration says where, and scratch files
 * @param slots how many subtasks of an operator may run at once; null for the job's parallelism
 */
record LocalArguments(Path config, Path from, int webPort, Path directory, Integer slots) {
    private static final List<String> NAMES = List.of("--config", "--web-port", "--dir", "--slots", "--from");
    private static final String USAGE =
            "--config job.yaml --web-port 8081 [--dir directory] [--slots 2] [--from savepoint]";

    static LocalArguments parse(String[] args) throws ConfigException {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!NAMES.contains(args[i]) || i + 1 == args.length) {
                throw new ConfigException("argument: " + args[i] + " (expected: " + USAGE + ")");
            }
            values.put(args[i], args[i + 1]);
        }
        Path config = Path.of(required(values, "--config")).toAbsolutePath();
        String directory = values.get("--dir");
        String slots = values.get("--slots");
        return new LocalArguments(
                config,
                savepoint(values.get("--from")),
                number("--web-port", required(values, "--web-port")),
                directory == null ? config.getParent() : Path.of(directory).toAbsolutePath(),
                slots == null ? null : (Integer) number("--slots", slots));
    }

    /** A directory, or the URI of one as Flink tells it. */
    private static Path savepoint(String from) throws ConfigException {
        if (from == null) {
            return null;
        }
        Path directory = from.startsWith("file:")
                ? Path.of(URI.create(from))
                : Path.of(from).toAbsolutePath();
        if (!Files.isRegularFile(directory.resolve(RetainedCheckpoints.COMPLETE))) {
            throw new ConfigException("--from: " + from + " (expected: the directory of a savepoint, with its "
                    + RetainedCheckpoints.COMPLETE + ")");
        }
        return directory;
    }

    private static String required(Map<String, String> values, String name) throws ConfigException {
        String value = values.get(name);
        if (value == null) {
            throw new ConfigException(name + ": absent (expected: " + USAGE + ")");
        }
        return value;
    }

    private static int number(String name, String text) throws ConfigException {
        try {
            int number = Integer.parseInt(text);
            if (number > 0 && number <= 65_535) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of bounds.
        }
        throw new ConfigException(name + ": " + text + " (expected: a number from 1 to 65535)");
    }
}
