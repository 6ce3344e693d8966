package io.motengine.engine.release;

import io.motengine.engine.lifecycle.LifeCycleSpec;
import io.motengine.engine.lifecycle.LifeCycleSpec.Stage;
import io.motengine.engine.release.ReleaseException.Finding;
import io.motengine.schemas.release.ReleaseFiles;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks {@code lifecycle.yaml}. */
final class LifeCycleCheck {
    static final String FILE = "lifecycle.yaml";

    private final FileFindings findings;

    LifeCycleCheck(ReleaseFiles files, List<Finding> findings) {
        this.findings = new FileFindings(FILE, files.files().get(FILE), findings);
    }

    /**
     * Checks life cycles by kind.
     *
     * @param policyStages stages that rules may conclude
     */
    void check(Map<String, LifeCycleSpec> lifeCycles, Collection<String> policyStages) {
        lifeCycles.keySet().forEach(kind -> findings.known("/" + kind, "kind", kind, Kinds.ALL));
        for (String kind : Kinds.ALL) {
            if (findings.require(lifeCycles.get(kind) != null, "", kind + ": none", "initial and stages")) {
                kind("/" + kind, lifeCycles.get(kind), policyStages);
            }
        }
    }

    private void kind(String at, LifeCycleSpec spec, Collection<String> policyStages) {
        Map<String, Stage> stages = new LinkedHashMap<>();
        for (int i = 0; i < spec.stages().size(); i++) {
            Stage stage = spec.stages().get(i);
            String here = at + "/stages/" + i + "/stage";
            boolean fresh = stages.putIfAbsent(String.valueOf(stage.stage()), stage) == null;
            findings.require(fresh, here, "stage: " + stage.stage() + ", the second time", "each stage once");
            findings.known(here, "stage", stage.stage(), policyStages);
        }
        for (int i = 0; i < spec.stages().size(); i++) {
            to(at + "/stages/" + i, spec.stages().get(i), stages.keySet());
        }
        if (findings.known(at + "/initial", "initial", spec.initial(), stages.keySet())) {
            Set<String> reached = reachable(spec.initial(), stages);
            for (int i = 0; i < spec.stages().size(); i++) {
                String stage = String.valueOf(spec.stages().get(i).stage());
                findings.require(
                        reached.contains(stage),
                        at + "/stages/" + i,
                        "stage: " + stage + ", which no way leads to",
                        "a stage that can be reached from " + spec.initial());
            }
        }
    }

    private void to(String at, Stage stage, Collection<String> known) {
        if (!findings.require(
                stage.to() != null,
                at,
                "to: none",
                "the stages that may follow " + stage.stage() + ", or [] for an end")) {
            return;
        }
        for (int i = 0; i < stage.to().size(); i++) {
            String to = stage.to().get(i);
            String here = at + "/to/" + i;
            if (findings.known(here, "to", to, known)) {
                findings.require(
                        !to.equals(stage.stage()), here, "to: " + to, "another stage; a stage may always go on");
            }
        }
    }

    private static Set<String> reachable(String initial, Map<String, Stage> stages) {
        Set<String> reached = new HashSet<>(Set.of(initial));
        Deque<String> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            Stage stage = stages.get(open.pop());
            if (stage != null && stage.to() != null) {
                stage.to().stream().filter(reached::add).forEach(open::push);
            }
        }
        return reached;
    }
}
