package io.motengine.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.cli.MotProcess;
import io.motengine.schemas.action.ActionIssued;
import io.motengine.schemas.codec.ActionCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayIT {
    private static final Path TINY = Path.of("src/test/resources/replay").toAbsolutePath();

    @TempDir
    private Path folder;

    private String replay(Path mapping, Path data, Path out, int parallelism) throws IOException, InterruptedException {
        try (MotProcess replay = MotProcess.start(
                folder,
                "replay",
                "--mapping",
                mapping.toString(),
                "--data",
                data.toString(),
                "--out",
                out.toString(),
                "--parallelism",
                Integer.toString(parallelism))) {
            assertThat(replay.exitCode()).as(replay.output()).isZero();
            return replay.output();
        }
    }

    private void assertSameBytes(Path one, Path other) throws IOException {
        for (String name : List.of("actions.jsonl", "decisions.jsonl")) {
            assertThat(Files.size(one.resolve(name))).isPositive();
            assertThat(Files.mismatch(one.resolve(name), other.resolve(name)))
                    .as(name)
                    .isEqualTo(-1);
        }
    }

    @Test
    void accountsForEveryRow_andGivesTheSameBytesAtAnotherParallelism() throws Exception {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        String output = replay(TINY.resolve("tiny.yaml"), TINY, one, 1);
        replay(TINY.resolve("tiny.yaml"), TINY, two, 2);

        assertThat(output)
                .containsPattern("left out: a test posting +1\n")
                .containsPattern("rejected: direction: unknown value +1\n")
                .contains("postings.csv:8: direction: what \"sideways\" (expected: one of in, out, pay)")
                .containsPattern("duplicates +1\n")
                .containsPattern("anonymous +1\n")
                .containsPattern("loan-abandoned +1\n")
                .contains("The account balances");
        assertSameBytes(one, two);
        assertThat(actions(one))
                .extracting(ActionIssued::customer)
                .contains("C1", "C2", "C3")
                .isSorted();
    }

    private static List<ActionIssued> actions(Path out) throws Exception {
        List<ActionIssued> actions = new ArrayList<>();
        for (String line : Files.readAllLines(out.resolve("actions.jsonl"))) {
            actions.add((ActionIssued) ActionCodec.read(line.getBytes(StandardCharsets.UTF_8)));
        }
        return actions;
    }

    @Test
    void buildsStateAndIssuesNothing_whenItWarmsUp() throws Exception {
        Path savepoints = folder.resolve("savepoints");

        try (MotProcess replay = MotProcess.start(
                folder,
                "replay",
                "--mapping",
                TINY.resolve("tiny.yaml").toString(),
                "--data",
                TINY.toString(),
                "--warm-up-until",
                "2025-03-13T00:00:00+08:00",
                "--savepoint-to",
                savepoints.toString())) {
            assertThat(replay.exitCode()).as(replay.output()).isZero();
            assertThat(replay.output())
                    .containsPattern("left out: not before 2025-03-12T16:00:00Z +1\n")
                    .containsPattern("left out: not before 2025-03-12T16:00:00Z +4\n")
                    .contains("warmed   up until 2025-03-12T16:00:00Z", "8 events, 0 actions issued")
                    .containsPattern("duplicates +1\n")
                    .contains("The account balances");
        }
        try (Stream<Path> files = Files.walk(savepoints)) {
            assertThat(files).anyMatch(file -> file.endsWith("_metadata"));
        }
    }

    @Test
    void accountsForEveryRowOfARealBank() throws Exception {
        String data = System.getenv("MOT_DATA");
        Assumptions.assumeTrue(
                data != null, "MOT_DATA is not set (expected: the folder of the public data sets): skipped");
        Path berka = Path.of(data, "berka");
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        Path mapping = Path.of("mappings/berka.yaml").toAbsolutePath();

        String output = replay(mapping, berka, one, 2);
        replay(mapping, berka, two, 1);

        assertThat(output).contains("The account balances").containsPattern("dead letters +0\n");
        assertSameBytes(one, two);
    }
}
