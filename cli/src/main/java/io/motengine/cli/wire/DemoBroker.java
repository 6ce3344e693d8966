package io.motengine.cli.wire;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The broker of a demo that runs in another terminal. */
public final class DemoBroker {
    private static final String LISTENERS = "advertised.listeners";
    private static final String SCHEME = "PLAINTEXT://";

    private DemoBroker() {}

    /** Its address, from the settings that it was started with; empty if there is no demo in the directory. */
    public static Optional<String> address(Path runDirectory) {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(runDirectory.resolve("broker.properties"))) {
            settings.load(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(settings.getProperty(LISTENERS))
                .filter(address -> address.startsWith(SCHEME))
                .map(address -> address.substring(SCHEME.length()));
    }
}
