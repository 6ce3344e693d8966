package io.motengine.cli.rules.releases;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.cli.CommandRun;
import io.motengine.cli.process.RunDirectory;
import io.motengine.schemas.Topics;
import io.motengine.schemas.release.ReleaseFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that {@code ./mot rules} does about releases, through its command line, with a job that runs: one day of two people. */
final class ReleaseCommandsIT {
    private static final Path RULES = Path.of("../flink-jobs/src/test/resources/release");
    private static final Pattern PUBLIC_KEY = Pattern.compile("    - (\\S+)");
    private static final String LIVE = "live on 4 of 4 in \\d+\\.\\d s, for events from ";

    @TempDir
    private Path folder;

    private LiveJob job;
    private Path li;
    private Path wang;

    /** What it said to people and for the record, and how it ended. */
    private CommandRun rules(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            CommandRun run = CommandRun.of("rules", arguments);
            return new CommandRun(run.code(), said.toString(StandardCharsets.UTF_8) + run.out(), run.err());
        } finally {
            System.setOut(before);
        }
    }

    private CommandRun as(Path key, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(
                List.of("--key", key.toString(), "--by", key.getFileName().toString(), "--bootstrap", job.bootstrap()));
        return rules(all.toArray(String[]::new));
    }

    private CommandRun look(String... arguments) {
        return rules(Stream.concat(Stream.of(arguments), Stream.of("--bootstrap", job.bootstrap()))
                .toArray(String[]::new));
    }

    private static void assertWell(CommandRun run, String said) {
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).containsPattern(said);
    }

    private static void assertRefused(CommandRun run, String why) {
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
        assertThat(run.out()).contains(why);
    }

    /** The public half of a key that is made now. */
    private String makeKey(Path file) {
        CommandRun made = rules("keys", "--out", file.toString());
        assertWell(made, "keep it to yourself");
        Matcher key = PUBLIC_KEY.matcher(made.out());
        assertThat(key.find()).as(made.out()).isTrue();
        return key.group(1);
    }

    private Path release(String name, Map<String, String> changes) throws IOException {
        Path release = folder.resolve(name);
        try (Stream<Path> files = Files.walk(RULES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(release.resolve(RULES.relativize(file).toString()), Files.readString(file));
            }
        }
        write(
                release.resolve("scenarios/inflow/events.yaml"),
                "- { at: 2026-03-10T09:30+08:00, customer: sun, transaction: { in: 50000 CNY, category: transfer }"
                        + " }\n");
        write(
                release.resolve("scenarios/inflow/expected.yaml"),
                "expect:\n  - { at: 2026-03-10T09:30+08:00, customer: sun, moment: large-inflow }\n");
        for (Map.Entry<String, String> change : changes.entrySet()) {
            write(release.resolve(change.getKey()), change.getValue());
        }
        return release;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String id(Path release) throws IOException {
        return ReleaseFiles.read(release).id();
    }

    @Test
    void publishes_withFourEyes_besideAndForAShare_plans_andGoesBack() throws Exception {
        li = folder.resolve("li.key");
        wang = folder.resolve("wang.key");
        Path stranger = folder.resolve("stranger.key");
        List<String> trusted = List.of(makeKey(li), makeKey(wang));
        makeKey(stranger);
        Path submitted = release("submitted", Map.of());
        Path first = release("first", Map.of("moments/first.drl", "// The first.\n"));
        Path second = release("second", Map.of("moments/second.drl", "// The second.\n"));
        Path third = release("third", Map.of("moments/third.drl", "// The third.\n"));
        Path broken = release("broken", Map.of("moments/broken.drl", "rule \"broken\" when Nonsense() then end\n"));
        try (RunDirectory directory = RunDirectory.open(folder.resolve("run"), false);
                LiveJob running = new LiveJob(directory, submitted, trusted)) {
            job = running;
            assertThat(job.deciders(Topics.DECISIONS, 1)).containsExactly(id(submitted));
            assertThat(look("history").out()).contains("Nothing was ever published here.");

            assertRefused(as(li, "publish", broken.toString()), "Nothing has changed: the rules have ");
            assertRefused(as(stranger, "publish", first.toString()), "refused: it is signed by the key ");
            fourEyes(first);
            assertThat(job.deciders(Topics.DECISIONS, 1)).containsExactly(id(first));
            shadow(second);
            canary(first, second);
            assertThat(job.deciders(Topics.DECISIONS, 1)).containsExactly(id(second));
            planAndGoBack(first, second, third);
            assertThat(job.deciders(Topics.DECISIONS, 1)).containsExactly(id(first));
            compare(first, second);
        }
    }

    private void fourEyes(Path first) throws IOException {
        CommandRun alone = as(li, "publish", first.toString(), "-m", "the first of all");
        assertThat(alone.out()).contains("prepared on 4 of 4, slowest in ");
        assertRefused(alone, "is vouched for by one key only");
        assertRefused(as(li, "approve", id(first)), "expected: a second signature, by another key");
        assertThat(look("status").out()).contains("live      what the job was submitted with");

        assertWell(as(wang, "approve", id(first)), LIVE);
        assertThat(look("status").out()).contains("live      " + id(first)).contains("task 3 of 4");
        assertWell(as(li, "publish", first.toString()), "is live already");
    }

    private void shadow(Path second) throws IOException {
        assertWell(as(li, "publish", second.toString(), "--shadow"), "shadow on 4 of 4 in ");
        assertThat(look("status").out()).contains("shadow    " + id(second));
        assertThat(job.deciders(Topics.SHADOW_DECISIONS, 1)).containsExactly(id(second));

        assertWell(as(li, "alone"), LIVE);
        assertThat(look("status").out()).doesNotContain("shadow  ");
    }

    private void canary(Path first, Path second) throws IOException {
        assertWell(as(wang, "publish", second.toString(), "--propose"), "approve " + id(second) + " --key ");
        assertThat(look("status").out()).contains("live      " + id(first));

        assertWell(
                as(li, "publish", second.toString(), "--canary", "50%"),
                "canary for 50\\.0% of customers on 4 of 4 in ");
        assertThat(look("status").out()).contains("canary    " + id(second) + " for 50.0% of customers");
        assertThat(job.deciders(Topics.DECISIONS, 40)).containsExactlyInAnyOrder(id(first), id(second));

        assertWell(as(li, "promote", id(second).substring(0, 8)), LIVE);
    }

    private void planAndGoBack(Path first, Path second, Path third) throws IOException {
        Instant later = Instant.now().plus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        assertWell(as(wang, "publish", third.toString(), "--propose", "-m", "for tonight"), "prepared on 4 of 4");
        assertWell(as(li, "publish", third.toString(), "--at", later.toString()), "scheduled on 4 of 4 for " + later);
        assertThat(look("status").out())
                .contains("live      " + id(second))
                .contains("to come   " + id(third) + ", from " + later + " on");

        CommandRun back = as(li, "rollback");
        assertWell(back, LIVE);
        assertThat(back.out())
                .contains("back to " + id(first))
                .contains("instead of " + id(third) + ", which was to be live from " + later);
        assertThat(look("status").out()).contains("live      " + id(first)).doesNotContain("to come");
    }

    private void compare(Path first, Path second) throws IOException {
        CommandRun differ = look("diff", id(first), id(second));
        assertThat(differ.code()).isEqualTo(1);
        assertThat(differ.out())
                .contains("gone     moments/first.drl", "new      moments/second.drl", "// The second.");
        assertWell(look("diff", id(first), first.toString()), "The same: " + id(first));
        assertThat(look("history").out())
                .containsPattern("activate +" + id(first) + ".*wang.key")
                .containsPattern("rollback +" + id(first) + ".*li.key")
                .contains("the first of all", "for tonight", "refused: it is signed by the key ")
                .contains("is vouched for by one key only");
    }
}
