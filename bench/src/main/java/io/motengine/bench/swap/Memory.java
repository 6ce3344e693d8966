package io.motengine.bench.swap;

import io.motengine.bench.results.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the job's process holds after a collection of garbage, as the JVM tells from outside. */
final class Memory {
    private static final Pattern HEAP = Pattern.compile("heap\\s+total \\d+K, used (\\d+)K");
    private static final Pattern METASPACE = Pattern.compile("Metaspace\\s+used (\\d+)K");
    private static final Pattern LOADED = Pattern.compile("java\\.cls\\.loadedClasses=(\\d+)");
    private static final Pattern UNLOADED = Pattern.compile("java\\.cls\\.unloadedClasses=(\\d+)");
    private final SwapJob job;
    private final Table table =
            new Table("What the job's process holds", "when", "heap MiB", "metaspace MiB", "classes");

    Memory(SwapJob job) {
        this.job = job;
    }

    void look(String when) throws IOException, InterruptedException {
        ask("GC.run");
        String memory = ask("GC.heap_info");
        String classes = ask("PerfCounter.print");
        table.row(
                when,
                number(HEAP, memory) / 1024,
                number(METASPACE, memory) / 1024,
                number(LOADED, classes) - number(UNLOADED, classes));
        System.out.println(when + ": " + memory.lines().limit(4).toList());
    }

    Table table() {
        return table;
    }

    private String ask(String question) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(job.pid()),
                        question)
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd " + question + ": " + answer);
        }
        return answer;
    }

    private static long number(Pattern pattern, String answer) throws IOException {
        Matcher found = pattern.matcher(answer);
        if (!found.find()) {
            throw new IOException(pattern + " is not in " + answer);
        }
        return Long.parseLong(found.group(1));
    }
}
