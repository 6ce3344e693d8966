package io.motengine.cli;

import java.nio.file.Path;

/** The checkout that the command was started from: where its rules are and its runs leave their files. */
public final class Home {
    private static final String PROPERTY = "mot.home";

    private Home() {}

    /** A path in the checkout; in the working directory if the {@code mot} script did not say where the checkout is. */
    public static Path path(String relative) {
        return Path.of(System.getProperty(PROPERTY, "")).resolve(relative).toAbsolutePath();
    }
}
