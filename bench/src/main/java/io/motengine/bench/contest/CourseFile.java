package io.motengine.bench.contest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** A course on its way to the process that runs it: a properties file. */
public final class CourseFile {
    private static final String SETTING = "setting.";

    private CourseFile() {}

    /** Writes it into the course's folder. */
    public static Path write(Course course) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("bootstrap", course.bootstrap());
        properties.setProperty("folder", course.folder().toString());
        properties.setProperty("parallelism", Integer.toString(course.parallelism()));
        properties.setProperty("managedMib", Integer.toString(course.managedMib()));
        properties.setProperty("checkpoint", course.checkpoint().toString());
        course.settings().forEach((name, value) -> properties.setProperty(SETTING + name, value));
        Path file = Files.createDirectories(course.folder()).resolve("course.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
        return file;
    }

    static Course read(Path file) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(SETTING))
                .forEach(name -> settings.put(name.substring(SETTING.length()), properties.getProperty(name)));
        return new Course(
                properties.getProperty("bootstrap"),
                Path.of(properties.getProperty("folder")),
                Integer.parseInt(properties.getProperty("parallelism")),
                Integer.parseInt(properties.getProperty("managedMib")),
                Duration.parse(properties.getProperty("checkpoint")),
                settings);
    }
}
