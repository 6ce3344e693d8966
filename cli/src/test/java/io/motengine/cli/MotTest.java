package io.motengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.cli.process.Memory;
import io.motengine.cli.process.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class MotTest {
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine command = Mot.commandLine();
        command.setErr(new PrintWriter(err, true));
        return command.execute(args);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--for 5x|expected: a whole number and a unit, such as 60s, 5m or 1h",
                "--customers 0|--customers: 0 (expected: 1 or more)",
                "--rate 0|--rate: 0 (expected: 1 or more)",
                "--speed 0.5|--speed: 0.5 (expected: 1 or more)",
                "--delivery slow|--delivery: slow (expected: fast or exact)",
                "--release nowhere|nowhere (expected: a directory of rules)",
                "--custmers 5|--custmers"
            })
    void refusesToDemo_withASentence(String args, String sentence, @TempDir Path release) {
        String given = "demo " + (args.contains("--release") ? "" : "--release " + release + " ") + args;

        assertThat(run(given.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "replay", "lists", "lists import", "explain", "rules", "stop", "resume", "stops"})
    void saysHowACommandIsUsed_whenAsked(String command) {
        String[] words = (command + " --help").split(" ", -1);

        CommandRun run = CommandRun.of(words[0], Arrays.copyOfRange(words, 1, words.length));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("Usage: mot " + command);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void refusesToReplay_withoutAMapping() {
        assertThat(run("replay")).isEqualTo(2);
        assertThat(err.toString()).contains("--mapping");
    }

    @Test
    void refusesToReplay_whatTheMappingDoesNotKnow(@TempDir Path directory) {
        int code = run(
                "replay",
                "--mapping",
                "mappings/taobao.yaml",
                "--release",
                directory.toString(),
                "--run-dir",
                directory.resolve("run").toString(),
                "other.csv");

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("other.csv: not in the mapping (expected: userbehavior_users_head.csv)");
    }

    @Test
    void refusesATakenPort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            Assertions.assertThatThrownBy(() -> Ports.free(port, "--web-port"))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("port " + port + " is taken")
                    .hasMessageContaining("--web-port");
        }
    }

    @Test
    void refusesTooLittleMemory() {
        Assertions.assertThatThrownBy(() -> Memory.require(2_600, 1_000))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("too little memory: 1000 MB are free (expected: at least 2600 MB");
        assertThat(Memory.availableMib()).isPositive();
    }
}
