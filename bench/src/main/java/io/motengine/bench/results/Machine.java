package io.motengine.bench.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a figure depends on besides the code. */
final class Machine {
    private Machine() {}

    static Map<String, String> facts(String command) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("command", "`" + command + "`");
        facts.put("commit", System.getProperty("bench.commit", "unknown"));
        facts.put("date", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
        facts.put(
                "machine",
                proc("cpuinfo", "model name") + ", " + Runtime.getRuntime().availableProcessors() + " cores, "
                        + proc("meminfo", "MemTotal") + " memory, load " + load());
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        facts.put("heap", Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB");
        return facts;
    }

    /** Others may have worked on the machine meanwhile. */
    private static String load() throws IOException {
        Path load = Path.of("/proc/loadavg");
        return Files.exists(load) ? Files.readString(load).split(" ", 2)[0] : "unknown";
    }

    private static String proc(String file, String key) throws IOException {
        Path path = Path.of("/proc", file);
        if (!Files.exists(path)) {
            return "unknown";
        }
        return Files.readAllLines(path).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
