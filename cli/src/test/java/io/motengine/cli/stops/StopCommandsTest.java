package io.motengine.cli.stops;

import static org.assertj.core.api.Assertions.assertThat;

import io.motengine.cli.CommandRun;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StopCommandsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stop|--all",
                "resume|--all",
                "stop --all --channel sms|mutually exclusive",
                "stop --channel|--channel",
                "stop --all --run-dir nowhere|--bootstrap: absent, and no demo runs in nowhere",
                "stop --all --bootstrap nowhere|nowhere does not answer (expected: host:port of a Kafka broker)",
                "resume --strategy x --bootstrap nowhere|nowhere does not answer",
                "stops --bootstrap nowhere|nowhere does not answer"
            })
    void refuse_withASentence(String args, String sentence) {
        String[] words = args.split(" ", -1);
        String[] rest = Arrays.copyOfRange(words, 1, words.length);

        CommandRun run = CommandRun.of(words[0], rest);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(sentence).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({"--channel, two words", "--strategy, ''"})
    void refuse_whatIsNoId(String option, String id) {
        CommandRun run = CommandRun.of("stop", option, id, "--bootstrap", "nowhere");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(option + ": \"" + id + "\" (expected: an id such as sms, without blanks)");
    }
}
