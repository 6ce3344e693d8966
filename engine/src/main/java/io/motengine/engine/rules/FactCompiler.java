package io.motengine.engine.rules;

import io.motengine.engine.walls.AllowedMembers;
import io.motengine.engine.walls.ClassWall;
import io.motengine.engine.walls.ClassWall.Breach;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles the classes of facts that a release declares, before its rules: filters must be checked against them first. */
public final class FactCompiler {
    private FactCompiler() {}

    /**
     * Compiles.
     *
     * @param sources by class name; generated, so that they must compile
     */
    public static FactClasses compile(String releaseId, Map<String, String> sources) {
        KieServices services = KieServices.get();
        ReleaseId id = RuleBuild.newBuild(services, releaseId);
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(id);
        sources.forEach((name, source) -> files.write(FactClasses.path(name), source));
        try {
            KieBuilder builder = services.newKieBuilder(files, FactClasses.NONE.loader())
                    .buildAll();
            if (builder.getResults().hasMessages(Message.Level.ERROR)) {
                throw new IllegalStateException("generated facts do not compile: "
                        + builder.getResults().getMessages(Message.Level.ERROR));
            }
            InternalKieModule module = (InternalKieModule) builder.getKieModule();
            Map<String, byte[]> classes = RuleBuild.classesOf(module);
            classes.keySet().retainAll(sources.keySet());
            check(classes, new GeneratedFacts(sources).getters());
            return new FactClasses(sources, new FactLoader(classes));
        } finally {
            services.getRepository().removeKieModule(id);
        }
    }

    private static void check(Map<String, byte[]> classes, Map<String, Set<String>> getters) {
        List<Breach> breaches = new ClassWall(new AllowedMembers(getters), getters.keySet()).check(classes);
        if (!breaches.isEmpty()) {
            throw new IllegalStateException("generated facts refer to what they must not: " + breaches);
        }
    }
}
