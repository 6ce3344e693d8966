package io.motengine.bench.sections;

import io.motengine.bench.cost.StreamFeatures;
import io.motengine.bench.results.Report;
import io.motengine.schemas.release.ReleaseFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an event costs by how many features are declared, those that it touches being as many. */
final class FeaturesSection {
    private static final List<Integer> FEATURES = List.of(10, 50, 200);
    private final Sweep sweep;
    private final Report report;

    FeaturesSection(Settings settings, Screen screen, Path folder, Report report) {
        this.sweep = new Sweep(settings, screen, folder);
        this.report = report;
    }

    void run() throws Exception {
        Map<String, ReleaseFiles> releases = new LinkedHashMap<>();
        for (int features : FEATURES) {
            releases.put(features + " features", StreamFeatures.files(features));
        }
        sweep.report("Cost of an event by features", "features declared", releases, report);
    }
}
