package io.motengine.bench.sections;

import io.motengine.bench.arena.Race;
import io.motengine.bench.results.Report;
import io.motengine.bench.results.Table;
import io.motengine.bench.stream.EventStream;
import io.motengine.bench.stream.Keys;
import io.motengine.bench.stream.StreamSpec;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** What the engine reads with ten thousand customers, and with as many as are asked for. */
final class CustomersSection {
    private static final long FEW = 10_000;
    private static final long MANY = 10_000_000;
    private final Settings settings;
    private final Screen screen;
    private final Path folder;
    private final Report report;

    CustomersSection(Settings settings, Screen screen, Path folder, Report report) {
        this.settings = settings;
        this.screen = screen;
        this.folder = folder;
        this.report = report;
    }

    void run() throws Exception {
        Table table = new Table("Customers", "customers, keys", "events/s", "events", "seconds", "÷ 10 thousand");
        Map<Keys, Double> few = of(FEW, table, Map.of());
        Map<Keys, Double> many = of(settings.customers(), table, few);
        report.add(table);
        if (settings.customers() == MANY) {
            report.ratios().put("customers_10m_over_10k", many.get(Keys.ZIPF) / few.get(Keys.ZIPF));
        }
    }

    private Map<Keys, Double> of(long customers, Table table, Map<Keys, Double> few) throws Exception {
        Settings own = settings.with(Map.of("customers", customers));
        Map<Keys, Double> found = new EnumMap<>(Keys.class);
        for (Keys keys : Keys.values()) {
            EventStream stream = new EventStream(StreamSpec.busy(own.seed(), customers, keys));
            Path place = folder.resolve(customers + "-" + keys.word());
            try (Stage stage = Stage.loaded(place.resolve("broker"), stream, own.events(), screen)) {
                String what = customers + " customers, " + keys.word();
                Race.Result result = new EngineRun(own, screen, stage).measure(what, place, Map.of());
                found.put(keys, result.perSecond());
                table.row(
                        what,
                        Math.round(result.perSecond()),
                        result.events(),
                        result.seconds(),
                        String.format("%.2f", result.perSecond() / few.getOrDefault(keys, result.perSecond())));
            }
        }
        return found;
    }
}
