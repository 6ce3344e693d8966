package io.motengine.bench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatiosTest {
    @TempDir
    Path folder;

    @Test
    void results_carryWhatWasMeasured_andNothingElse() throws Exception {
        Report report = new Report("one", "One");
        report.settings(Map.of("customers", 5L));
        report.ratios().put("engine_over_bare_uniform", 0.99);
        report.ratios().put("latency_half_load_p50_ms", 10.0);
        report.write(folder, "./mot bench");

        assertThat(Files.readString(folder.resolve("one.json")))
                .contains("\"ratios\"", "\"engine_over_bare_uniform\" : 0.99", "\"customers\" : 5")
                .doesNotContain("engine_over_bare_zipf");
        assertThat(Files.readString(folder.resolve("one.md")))
                .contains("| engine ÷ bare, uniform keys | 0.99 | ≥ 1 | missed |")
                .contains("| event → action at half load, p50, ms | 10.00 | ≤ 10 | met |")
                .contains("| engine ÷ bare, Zipf keys | not measured | ≥ 1.5 |  |");
    }

    @Test
    void refuses_aFigureThatNobodyAsksFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Report("one", "One").ratios().put("engine_over_all", 2))
                .withMessageContaining("engine_over_all (expected: one of [engine_over_bare_uniform,");
    }
}
