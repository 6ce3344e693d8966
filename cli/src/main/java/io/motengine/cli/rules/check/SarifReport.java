package io.motengine.cli.rules.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motengine.engine.release.FindingCode;
import io.motengine.engine.release.FindingCode.Severity;
import io.motengine.engine.release.ReleaseException.Finding;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** Findings as SARIF 2.1.0, which code hosts and editors show beside the line. */
final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final String ROOT = "RULES";
    private static final List<FindingCode> CODES = List.of(FindingCode.values());

    private SarifReport() {}

    /** @param directory of the release; paths in the report are relative to it */
    static String of(Path directory, List<Finding> findings) {
        ObjectNode report = new ObjectMapper().createObjectNode();
        report.put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = report.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver");
        driver.put("name", "mot rules check");
        ArrayNode rules = driver.putArray("rules");
        for (FindingCode code : CODES) {
            ObjectNode rule = rules.addObject().put("id", code.id());
            rule.putObject("shortDescription").put("text", code.english());
            rule.putObject("defaultConfiguration").put("level", level(code));
        }
        run.putObject("originalUriBaseIds")
                .putObject(ROOT)
                .put("uri", directory.toAbsolutePath().normalize().toUri().toString());
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        findings.forEach(finding -> result(finding, results.addObject()));
        return report.toPrettyString();
    }

    private static void result(Finding finding, ObjectNode result) {
        result.put("ruleId", finding.code().id());
        result.put("ruleIndex", CODES.indexOf(finding.code()));
        result.put("level", level(finding.code()));
        result.putObject("message").put("text", finding.message());
        ObjectNode place = result.putArray("locations").addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", uri(finding.file())).put("uriBaseId", ROOT);
        if (finding.line() > 0) {
            ObjectNode region = place.putObject("region").put("startLine", finding.line());
            if (finding.column() > 0) {
                region.put("startColumn", finding.column());
            }
        }
    }

    private static String level(FindingCode code) {
        return code.severity() == Severity.ERROR ? "error" : "warning";
    }

    private static String uri(String file) {
        try {
            return new URI(null, null, file, null).toASCIIString();
        } catch (URISyntaxException e) {
            return file;
        }
    }
}
