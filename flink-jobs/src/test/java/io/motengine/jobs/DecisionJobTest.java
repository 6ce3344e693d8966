package io.motengine.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.motengine.jobs.config.ConfigException;
import io.motengine.jobs.release.Releases;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionJobTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "--config", "--file job.yaml", "--config a.yaml b.yaml"})
    void refusesOtherArguments(String arguments) {
        assertThatThrownBy(() -> DecisionJob.main(arguments.split(" ")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(arguments);
    }

    @Test
    void readsTheReleaseBesideTheConfiguration() throws Exception {
        Path release = Path.of("src/test/resources/release").toAbsolutePath();
        Path config = Files.writeString(directory.resolve("job.yaml"), "release: { path: \"" + release + "\" }");

        try (Releases.Lease first = DecisionJob.read(config).compile();
                Releases.Lease second = DecisionJob.read(config).compile()) {
            assertThat(first.release().listensTo("app.click.v1")).isTrue();
            assertThat(second.release()).isSameAs(first.release());
        }
        assertThat(Releases.held()).isZero();
    }

    @Test
    void saysWhichReleaseIsMissing() throws Exception {
        Path config = Files.writeString(directory.resolve("job.yaml"), "release: { path: nowhere }");

        assertThatThrownBy(() -> DecisionJob.read(config))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("release.path: ")
                .hasMessageContaining("nowhere");
    }
}
