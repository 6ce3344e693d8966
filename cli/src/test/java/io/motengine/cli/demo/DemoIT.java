package io.motengine.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.cli.MotProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoIT {
    private static final Pattern WEB = Pattern.compile("job +http://127\\.0\\.0\\.1:(\\d+)");

    @TempDir
    private Path folder;

    private MotProcess demo(String... more) throws IOException {
        return MotProcess.start(
                folder,
                Stream.concat(Stream.of("demo", "--customers", "2000", "--web-port", "0"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static int webPort(MotProcess demo) {
        Matcher matcher = WEB.matcher(demo.output());
        assertThat(matcher.find()).as(demo.output()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private static void assertNothingLeft(List<ProcessHandle> children, int port) throws IOException {
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(free.isBound()).isTrue();
        }
    }

    @Test
    void losesNothing_whenItsJobIsKilled_andLeavesNothingBehind() throws IOException, InterruptedException {
        try (MotProcess demo = demo()) {
            demo.awaitOutput("0:05 ");
            List<ProcessHandle> started = demo.children();
            started.get(started.size() - 1).destroyForcibly();
            demo.awaitOutput("RUNNING (restarted 1 time)");
            demo.awaitOutput("simulated 2025-03-11 ");
            List<ProcessHandle> children = demo.children();

            demo.terminate();

            assertThat(demo.exitCode()).as(demo.output()).isZero();
            assertThat(demo.output())
                    .contains("large-inflow", "large-outflow", "loan-abandoned", "salary-received", "wealth-maturing")
                    .contains("app-push", "in-app", "sms", "rm-task")
                    .contains("dead letters: 0", "job restarts     1", "All well.")
                    .containsPattern("story bring-100k, QIN: .*rm-task.*bring-100k redeemed.*tier-reached")
                    .containsPattern("story lobby-to-tablet, LAN: .*openid:o9 merged.*10:00 sms.*lobby-tablet")
                    .containsPattern("event to action  p50 \\d+ ms, p99 \\d+ ms");
            assertThat(demo.runDirectory()).doesNotExist();
            assertNothingLeft(children, webPort(demo));
        }
    }

    @Test
    void endsInOrder_whenTerminated_andItsChildrenDieWithIt_whenKilled() throws IOException, InterruptedException {
        List<ProcessHandle> orphans;
        try (MotProcess first = demo()) {
            first.awaitOutput("bank ");
            orphans = first.children();
            assertThat(orphans).hasSize(2).allMatch(ProcessHandle::isAlive);

            first.kill();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> orphans.stream().noneMatch(ProcessHandle::isAlive));
            assertNothingLeft(orphans, webPort(first));
        }
        try (MotProcess second = demo()) {
            second.awaitOutput("bank ");
            List<ProcessHandle> children = second.children();

            second.terminate();

            assertThat(second.exitCode()).as(second.output()).isZero();
            assertThat(second.output()).contains("Summary of", "All well.");
            assertNothingLeft(children, webPort(second));
        }
    }
}
