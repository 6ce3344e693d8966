package io.motengine.cli.rules.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.motengine.engine.scenarios.Coverage;
import io.motengine.engine.scenarios.Difference;
import io.motengine.engine.scenarios.ScenarioResult;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What became of the scenarios, for programs. */
final class JsonTestReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonTestReport() {}

    static String of(String release, List<ScenarioResult> results, Coverage coverage, List<Path> rewritten) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("release", release);
        report.put("well", results.stream().allMatch(ScenarioResult::isWell));
        report.put("scenarios", results.stream().map(JsonTestReport::of).toList());
        if (coverage != null) {
            report.put("coverage", coverage);
        }
        report.put("rewritten", rewritten.stream().map(Path::toString).toList());
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> of(ScenarioResult result) {
        Map<String, Object> scenario = new LinkedHashMap<>();
        scenario.put("name", result.name());
        scenario.put("well", result.isWell());
        scenario.put("findings", result.findings());
        scenario.put(
                "differences",
                result.differences().stream().map(JsonTestReport::of).toList());
        return scenario;
    }

    private static Map<String, Object> of(Difference difference) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("what", difference.what());
        entry.put("line", difference.line());
        entry.put("expected", difference.expected());
        entry.put("found", difference.found());
        return entry;
    }
}
