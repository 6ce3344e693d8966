package io.motengine.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.cli.CommandRun;
import io.motengine.cli.Home;
import io.motengine.cli.MotProcess;
import io.motengine.cli.wire.DemoBroker;
import io.motengine.cli.wire.Publisher;
import io.motengine.schemas.Topics;
import io.motengine.schemas.codec.EventWriter;
import io.motengine.schemas.event.TransactionPosted;
import io.motengine.schemas.event.TransactionPosted.Direction;
import io.motengine.schemas.money.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new author's first day, by the guide: from an idea to a strategy that acts in the demo that runs, and back. */
final class AuthorIT {
    private static final Pattern SIMULATED = Pattern.compile("simulated (\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d)");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final ZoneId BANK = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PENSIONER = "AUTHOR-1";

    @TempDir
    private Path folder;

    private Path rules;

    private void write(String file, String text) throws IOException {
        Path path = rules.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private CommandRun mot(String... arguments) {
        return CommandRun.of(
                arguments[0],
                Stream.of(arguments).skip(1).toArray(String[]::new),
                "--run-dir",
                folder.resolve("run").toString());
    }

    private CommandRun offline(String command, String... more) {
        return CommandRun.of(
                "rules", Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new));
    }

    @Test
    void bringsAnIdeaToTheRunningDemo_andTakesItBack() throws IOException, InterruptedException {
        rules = folder.resolve("rules");
        copy(Home.path("rules"), rules);
        try (MotProcess demo = MotProcess.start(folder, "demo", "--customers", "2000", "--web-port", "0")) {
            demo.awaitOutput("bank ");
            write("moments/pension-received.drl", """
                    // Question: has a pension just arrived?
                    // Owner: silver-generation. Since: 2026-11.

                    rule "a pension was credited"
                    when
                        $pension : TransactionPosted( credit, categori == "pension" )
                    then
                        conclude.moment("pension-received").with("amount", $pension.amount());
                    end
                    """);
            write("strategies/pension-notice.yaml", """
                    id: pension-notice
                    name: Say that the pension is there
                    owner: silver-generation
                    moment: pension-received
                    service: true
                    audience: kind in ("person", "")
                    content: pension-notice
                    priority: 45
                    ladder: [sms]
                    goal: { event: app.click.v1, class: customers, within: 14d }
                    maxAge: 2d
                    expiresAfter: 3d
                    valid: { until: 2029-12-31 }
                    """);
            Files.writeString(rules.resolve("catalog/content.yaml"), """

                    - id: pension-notice
                      languages:
                        zh: { title: 养老金到账, body: "您的养老金 {amount} 已到账。", script: 恭喜养老金到账 }
                        en: { title: Your pension is there, body: "Your pension of {amount} has arrived.", script: Say that it is there }
                    """, StandardOpenOption.APPEND);
            write("scenarios/pension-received/events.yaml", """
                    # 养老金到账: a pension is told of; a salary is not a pension.
                    - at: 2026-03-10T09:30+08:00
                      customer: sun
                      transaction: { in: 3000 CNY, category: pension }
                    - after: +1d
                      transaction: { in: 3000 CNY, category: other }
                    """);
            write("scenarios/pension-received/expected.yaml", """
                    nothingElse: [action]
                    expect:
                      - { at: 2026-03-10T09:30+08:00, customer: sun, moment: pension-received }
                      - { action: pension-notice, channel: sms, body: "您的养老金 3000.00 CNY 已到账。" }
                    """);

            CommandRun misspelt = offline("check", rules.toString());
            assertThat(misspelt.code()).isEqualTo(1);
            assertThat(misspelt.out()).contains("pension-received.drl:6", "did you mean category?");

            write(
                    "moments/pension-received.drl",
                    Files.readString(rules.resolve("moments/pension-received.drl"))
                            .replace("categori", "category"));
            CommandRun checked = offline("check", rules.toString());
            assertThat(checked.code()).as(checked.out() + checked.err()).isZero();
            CommandRun tested = offline("test", rules.toString(), "--only", "pension");
            assertThat(tested.code()).as(tested.out() + tested.err()).isZero();

            CommandRun simulated = mot(
                    "rules",
                    "simulate",
                    rules.toString(),
                    "--events",
                    "kafka",
                    "--out",
                    folder.resolve("simulation").toString());
            assertThat(simulated.code()).as(simulated.out() + simulated.err()).isZero();
            assertThat(folder.resolve("simulation/report.html")).isNotEmptyFile();

            CommandRun published = mot("rules", "publish", rules.toString(), "-m", "pensions are told of");
            assertThat(published.code()).as(published.out() + published.err()).isZero();
            pension("p-1", simulatedAfterNow(demo));
            Awaitility.await("the new strategy acts")
                    .atMost(PATIENCE)
                    .until(() -> mot("explain", PENSIONER).out().contains("pension-notice"));
            // Whoever has published a card knows its name, and nobody's who is on it.
            assertThat(mot("explain", "pension-notice").out()).contains(PENSIONER);

            CommandRun back = mot("rules", "rollback", "submitted");
            assertThat(back.code()).as(back.out() + back.err()).isZero();
            assertThat(mot("rules", "history").out()).contains("pensions are told of");

            demo.terminate();
            // The demo counts what its own bank has sent: it notices the pension that came besides, and nothing else.
            assertThat(demo.exitCode()).as(demo.output()).isEqualTo(1);
            assertThat(demo.output())
                    .contains("pension-received", "dead letters: 0", "job restarts     0")
                    .contains("Not well: 1 events too many are accounted for");
        }
    }

    /** The demo's time, once it has told it anew: what was published decides by then. */
    private static Instant simulatedAfterNow(MotProcess demo) {
        int before = simulated(demo).size();
        Awaitility.await("the demo tells its time")
                .atMost(PATIENCE)
                .until(() -> simulated(demo).size() > before);
        List<String> told = simulated(demo);
        return LocalDateTime.parse(told.get(told.size() - 1), MINUTE)
                .atZone(BANK)
                .toInstant();
    }

    private static List<String> simulated(MotProcess demo) {
        return SIMULATED
                .matcher(demo.output())
                .results()
                .map((MatchResult told) -> told.group(1))
                .toList();
    }

    private void pension(String id, Instant time) {
        TransactionPosted credit = new TransactionPosted(
                "a-1", Direction.CREDIT, Money.of("3000", "CNY"), null, "pension", null, null, null, null);
        String bootstrap = DemoBroker.address(folder.resolve("run")).orElseThrow();
        try (Publisher publisher = new Publisher(bootstrap, 0)) {
            publisher.publish(
                    Topics.TRANSACTIONS, PENSIONER, EventWriter.write(id, "/author", PENSIONER, time, credit));
            publisher.flush();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (file.startsWith(from.resolve("target")) || file.startsWith(from.resolve("src"))) {
                    continue;
                }
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
