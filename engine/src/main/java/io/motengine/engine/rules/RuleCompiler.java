package io.motengine.engine.rules;

import io.motengine.engine.release.ReleaseException;
import io.motengine.engine.release.ReleaseException.Finding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/** Compiles rule texts to an executable model. */
public final class RuleCompiler {
    /** Package of the classes that a release generates. */
    public static final String FACTS_PACKAGE = "mot.facts";

    private static final String ROOT = "src/main/resources/";
    private static final AtomicLong BUILDS = new AtomicLong();

    private final String releaseId;
    private final FactClasses facts;
    private final List<Finding> findings;

    /**
     * For one release.
     *
     * @param facts classes of the event types that the release declares
     */
    public RuleCompiler(String releaseId, FactClasses facts, List<Finding> findings) {
        this.releaseId = releaseId;
        this.facts = facts;
        this.findings = findings;
    }

    /** Each build gets an id of its own: a shared one would mix the packages of two releases. */
    static ReleaseId newBuild(KieServices services, String releaseId) {
        return services.newReleaseId("io.motengine.release", releaseId, Long.toHexString(BUILDS.incrementAndGet()));
    }

    /**
     * Compiles.
     *
     * @param featuresSource Java source of the class {@code Features} in {@link #FACTS_PACKAGE}
     * @throws ReleaseException with all findings, the ones reported before included
     */
    public RuleSet compile(
            List<RuleSource> sources, String featuresSource, List<String> tiers, List<String> stages, int maxFirings)
            throws ReleaseException {
        Set<String> types = new TreeSet<>();
        Set<String> names = new TreeSet<>();
        for (RuleSource source : sources) {
            DrlReader reader = new DrlReader(source, findings);
            reader.read();
            types.addAll(reader.types());
            for (String name : reader.names()) {
                if (!names.add(name)) {
                    findings.add(new Finding(
                            source.file(),
                            0,
                            0,
                            "rule \"" + name + "\": found in two files (expected: a name of its own)"));
                }
            }
        }
        stopIfAnyFinding();
        KieServices services = KieServices.get();
        ReleaseId id = newBuild(services, releaseId);
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(id);
        files.write("src/main/java/mot/facts/Features.java", featuresSource);
        facts.sources().forEach((name, source) -> files.write(FactClasses.path(name), source));
        Map<String, RuleSource> byPath = new HashMap<>();
        for (int i = 0; i < sources.size(); i++) {
            RuleSource source = sources.get(i);
            String path = "mot/" + source.stratum().folder() + "/r" + i + ".drl";
            byPath.put(path, source);
            files.write(ROOT + path, header(source.stratum()) + source.text());
        }
        try {
            KieBuilder builder = services.newKieBuilder(files, facts.loader()).buildAll(ExecutableModelProject.class);
            report(builder.getResults().getMessages(Message.Level.ERROR), byPath, new FactFields(featuresSource));
            stopIfAnyFinding();
            return ruleSet(services, builder, id, tiers, stages, types, names, maxFirings);
        } finally {
            services.getRepository().removeKieModule(id);
        }
    }

    /** On the first line, so that lines of the author's text keep their numbers. */
    private static String header(Stratum stratum) {
        return "package mot." + stratum.folder()
                + "; import io.motengine.engine.facts.*; import io.motengine.schemas.event.*;"
                + " import io.motengine.schemas.money.Money; import " + FACTS_PACKAGE + ".*;"
                + " global io.motengine.engine.rules.Conclusions conclude;"
                + " ruleflow-group \"" + stratum.group() + "\" ";
    }

    private void report(List<Message> messages, Map<String, RuleSource> byPath, FactFields fields) {
        for (Message message : messages) {
            String path = String.valueOf(message.getPath()).replace(ROOT, "");
            RuleSource source = byPath.get(path);
            String text = message.getText().strip();
            findings.add(
                    source == null
                            ? new Finding(path.equals("null") ? "(rules)" : path, 0, 0, text)
                            : new Finding(
                                    source.file(),
                                    source.line() + line(message, source),
                                    0,
                                    text + fields.suggestion(text, source.text())));
        }
    }

    /** Errors in constraints come without a line but with the constraint: it says where it stands. */
    private static int line(Message message, RuleSource source) {
        if (message.getLine() > 0) {
            return message.getLine();
        }
        String constraint = message.getText()
                .substring(message.getText().lastIndexOf(": ") + 1)
                .strip();
        List<String> lines = source.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!constraint.isEmpty() && lines.get(i).contains(constraint)) {
                return i + 1;
            }
        }
        return 1;
    }

    private RuleSet ruleSet(
            KieServices services,
            KieBuilder builder,
            ReleaseId id,
            List<String> tiers,
            List<String> stages,
            Set<String> types,
            Set<String> names,
            int maxFirings)
            throws ReleaseException {
        KieContainer container = services.newKieContainer(id, facts.loader());
        try {
            ClassLoader loader = container.getClassLoader();
            Class<?> features = loader.loadClass(FACTS_PACKAGE + ".Features");
            List<Model> models = new ArrayList<>();
            for (String modelClass : modelClasses((InternalKieModule) builder.getKieModule())) {
                models.add((Model)
                        loader.loadClass(modelClass).getDeclaredConstructor().newInstance());
            }
            return new RuleSet(models, features, tiers, stages, types, names, maxFirings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled rules cannot be loaded: " + e, e);
        } finally {
            container.dispose();
        }
    }

    private static List<String> modelClasses(InternalKieModule module) {
        byte[] list = module.getBytes(CanonicalKieModule.getModelFileWithGAV(module.getReleaseId()));
        return new String(list, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("Drools-Model-Version"))
                .toList();
    }

    private void stopIfAnyFinding() throws ReleaseException {
        if (!findings.isEmpty()) {
            throw new ReleaseException(findings);
        }
    }
}
