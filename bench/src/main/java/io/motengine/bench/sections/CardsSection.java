package io.motengine.bench.sections;

import io.motengine.bench.reference.ReferenceRules;
import io.motengine.bench.results.Report;
import io.motengine.schemas.release.ReleaseFiles;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an event costs by how many strategy cards there are, the rules in DRL being the same. */
final class CardsSection {
    private static final List<Integer> CARDS = List.of(5, 50, 300);
    private final Sweep sweep;
    private final Report report;

    CardsSection(Settings settings, Screen screen, Path folder, Report report) {
        this.sweep = new Sweep(settings, screen, folder);
        this.report = report;
    }

    void run() throws Exception {
        Map<String, ReleaseFiles> releases = new LinkedHashMap<>();
        for (int cards : CARDS) {
            releases.put(cards + " cards", ReferenceRules.withCards(cards));
        }
        sweep.report("Cost of an event by cards", "cards", releases, report);
    }
}
