package io.motengine.bench.arena;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a process sees of this one's class path. Flink brings a build of RocksDB of its own, of an older version but with the same
 * classes as Kafka Streams': each process has one of the two.
 */
final class ClassPath {
    private static final String STREAMS = "kafka-streams";
    private static final String FLINKS = "frocksdbjni-";
    private static final String OTHERS = "rocksdbjni-";

    private ClassPath() {}

    /** @param process its name, which is the contestant's */
    static String of(String process) {
        String leftOut = process.equals(STREAMS) ? FLINKS : OTHERS;
        Predicate<String> kept =
                entry -> !Path.of(entry).getFileName().toString().startsWith(leftOut);
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .filter(kept)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
