package io.motengine.cli.stops;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.cli.CommandRun;
import io.motengine.cli.broker.Broker;
import io.motengine.cli.process.RunDirectory;
import io.motengine.schemas.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stop, list and resume, against a real broker that they find where a demo would have left it. */
final class StopsIT {
    @TempDir
    private Path folder;

    private CommandRun run(String command, String... args) {
        return CommandRun.of(command, args, "--run-dir", folder.resolve("run").toString());
    }

    private static String cleanup(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.STOPS);
            return admin.describeConfigs(List.of(topic))
                    .all()
                    .get()
                    .get(topic)
                    .get("cleanup.policy")
                    .value();
        }
    }

    @Test
    void stops_lists_andResumes() throws Exception {
        try (RunDirectory directory = RunDirectory.open(folder.resolve("run"), false);
                Broker broker = Broker.start(directory, 2)) {
            broker.createTopics(List.of(Topics.actions("sms")));
            assertThat(run("stops").out()).isEqualTo("Nothing is stopped." + System.lineSeparator());

            CommandRun stop = run("stop", "--channel", "sms", "--by", "li.wei", "--why", "wrong rate in the text");
            assertThat(stop.code()).as(stop.err()).isZero();
            assertThat(stop.out())
                    .contains("Stopped: channel:sms, by li.wei: wrong rate in the text")
                    .contains("./mot resume --channel sms");
            assertThat(stop.err()).isEmpty();
            assertThat(cleanup(broker.bootstrap())).isEqualTo("compact");

            assertThat(run("stop", "--channel", "smss").err())
                    .contains("nothing was ever sent by a channel smss: is its name right? (found: sms)");
            assertThat(run("stop", "--all").code()).isZero();
            assertThat(run("resume", "--channel", "smss").out())
                    .contains("Resumed: channel:smss", "Still stopped: all");
            assertThat(run("resume", "--strategy", "x").err())
                    .contains("strategy:x is not stopped (stopped: all, channel:sms)");
            assertThat(run("stops").out())
                    .startsWith("Stopped right now:")
                    .containsPattern("channel:sms +stopped +.* li.wei +wrong rate in the text")
                    .containsPattern("channel:smss +resumed");
        }
    }
}
