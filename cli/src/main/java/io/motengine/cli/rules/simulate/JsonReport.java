package io.motengine.cli.rules.simulate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.Map;

/** The report for programs. */
final class JsonReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    static String of(Report report) throws JsonProcessingException {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("events", report.plan().events());
        all.put("decided", report.simulated().events());
        all.put("skipped", report.simulated().skipped());
        all.put("broken", report.recording().broken());
        all.put("leftOut", report.recording().leftOut());
        all.put("outsideTimes", report.recording().outside());
        all.putAll(of(report.simulated()));
        all.put("channels", report.channels());
        all.put("contactsPerCustomer", report.contacts());
        if (report.comparison() != null) {
            all.put("comparison", of(report.comparison()));
        }
        return JSON.writeValueAsString(all);
    }

    private static Map<String, Object> of(Simulated simulated) {
        Figures figures = simulated.results().figures();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("release", simulated.release().id());
        all.put("customers", simulated.customers());
        all.put("decisions", figures.decisions());
        all.put("actions", figures.actions());
        all.put("cancelled", figures.cancelled());
        all.put("cost", figures.cost());
        all.put("moments", figures.moments());
        Map<String, Object> strategies = new LinkedHashMap<>();
        figures.strategies().forEach((strategy, funnel) -> strategies.put(strategy, of(funnel)));
        all.put("strategies", strategies);
        all.put("tiers", figures.tiers());
        all.put("branches", figures.branches());
        all.put("quarantined", figures.quarantined());
        return all;
    }

    private static Map<String, Object> of(Figures.Funnel funnel) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("candidates", funnel.candidates());
        all.put("dropped", funnel.dropped());
        all.put("deferred", funnel.deferred());
        all.put("withheld", funnel.withheld());
        all.put("denied", funnel.denied());
        all.put("issued", funnel.issued());
        all.put("cost", funnel.cost());
        return all;
    }

    private static Map<String, Object> of(Comparison comparison) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("against", of(comparison.before()));
        all.put("customersGaining", comparison.gaining());
        all.put("customersLosing", comparison.losing());
        all.put("customersChanging", comparison.changing());
        all.put(
                "changes",
                comparison.groups().stream()
                        .map(group -> {
                            Map<String, Object> change = new LinkedHashMap<>();
                            change.put("what", group.what());
                            change.put("from", group.from());
                            change.put("to", group.to());
                            change.put("why", group.why());
                            change.put("count", group.size());
                            change.put("examples", group.examples());
                            return change;
                        })
                        .toList());
        return all;
    }
}
