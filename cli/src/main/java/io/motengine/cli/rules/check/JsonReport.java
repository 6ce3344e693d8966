package io.motengine.cli.rules.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.motengine.engine.check.ReleaseCheck;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.List;
import java.util.Locale;

/** Findings for programs: one object. A line or column that cannot be told is left out. */
final class JsonReport {
    private JsonReport() {}

    static String of(ReleaseFiles files, List<Finding> findings) {
        ObjectNode report = new ObjectMapper().createObjectNode();
        long errors = ReleaseCheck.errors(findings).count();
        report.put("release", files.id());
        report.put("files", files.files().size());
        report.put("errors", errors);
        report.put("warnings", findings.size() - errors);
        ArrayNode all = report.putArray("findings");
        for (Finding finding : findings) {
            ObjectNode one = all.addObject();
            one.put("file", finding.file());
            if (finding.line() > 0) {
                one.put("line", finding.line());
            }
            if (finding.column() > 0) {
                one.put("column", finding.column());
            }
            one.put("severity", finding.code().severity().name().toLowerCase(Locale.ROOT));
            one.put("code", finding.code().id());
            one.put("found", finding.found());
            one.put("expected", finding.expected());
            finding.meant().ifPresent(word -> one.put("meant", word));
            one.put("message", finding.message());
        }
        return report.toPrettyString();
    }
}
