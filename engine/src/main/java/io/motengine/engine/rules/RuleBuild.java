package io.motengine.engine.rules;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.modelcompiler.CanonicalKieModule;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;

/** One run of the rule compiler over some texts; what it has left in the compiler's repository goes when it is closed. */
final class RuleBuild implements AutoCloseable {
    private static final String ROOT = "src/main/resources/";
    private static final String CLASS_FILE = ".class";
    private static final AtomicLong BUILDS = new AtomicLong();

    private final KieServices services = KieServices.get();
    private final ReleaseId id;
    private final Map<String, RuleSource> byPath = new HashMap<>();
    private final FactClasses facts;
    private KieBuilder builder;
    private Throwable thrown;

    RuleBuild(String releaseId, FactClasses facts, String featuresSource, List<RuleSource> sources) {
        this.facts = facts;
        id = newBuild(services, releaseId);
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(id);
        files.write("src/main/java/mot/facts/Features.java", featuresSource);
        facts.sources().forEach((name, source) -> files.write(FactClasses.path(name), source));
        for (int i = 0; i < sources.size(); i++) {
            RuleSource source = sources.get(i);
            String path = "mot/" + source.stratum().folder() + "/r" + i + ".drl";
            byPath.put(path, source);
            files.write(ROOT + path, header(source.stratum()) + source.text());
        }
        try {
            builder = services.newKieBuilder(files, facts.loader()).buildAll(ExecutableModelProject.class);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // Some words of DRL, where a member stands, throw out of the compiler's own parser.
            thrown = e;
        }
    }

    /** Each build gets an id of its own: a shared one would mix the packages of two releases. */
    static ReleaseId newBuild(KieServices services, String releaseId) {
        return services.newReleaseId("io.motengine.release", releaseId, Long.toHexString(BUILDS.incrementAndGet()));
    }

    /** On the first line, so that lines of the author's text keep their numbers. */
    private static String header(Stratum stratum) {
        return "package mot." + stratum.folder()
                + "; import io.motengine.engine.facts.*; import io.motengine.schemas.event.*;"
                + " import io.motengine.schemas.money.Money; import " + RuleCompiler.FACTS_PACKAGE + ".*;"
                + " global io.motengine.engine.rules.Conclusions conclude;"
                + " ruleflow-group \"" + stratum.group() + "\" ";
    }

    boolean hasErrors() {
        return thrown != null || !errors().isEmpty();
    }

    /** None of a build that threw. */
    List<Message> errors() {
        return thrown == null ? builder.getResults().getMessages(Message.Level.ERROR) : List.of();
    }

    /** The text that an error is about; null for one in generated code. */
    RuleSource sourceOf(Message error) {
        return byPath.get(String.valueOf(error.getPath()).replace(ROOT, ""));
    }

    /** The first thing that is wrong, in the compiler's words. */
    String complaint() {
        String words = thrown == null ? errors().get(0).getText() : String.valueOf(thrown.getMessage());
        return words.strip().lines().findFirst().orElse("no reason given").strip();
    }

    KieContainer container() {
        return services.newKieContainer(id, facts.loader());
    }

    /** Bytes of all classes that it has made, by name. */
    Map<String, byte[]> classes() {
        return classesOf((InternalKieModule) builder.getKieModule());
    }

    static Map<String, byte[]> classesOf(InternalKieModule module) {
        Map<String, byte[]> classes = new HashMap<>();
        for (String file : module.getFileNames()) {
            if (file.endsWith(CLASS_FILE)) {
                String name = file.substring(0, file.length() - CLASS_FILE.length());
                classes.put(name.replace('/', '.'), module.getBytes(file));
            }
        }
        return classes;
    }

    /** Names of the generated classes that hold the rules. */
    List<String> modelClasses() {
        InternalKieModule module = (InternalKieModule) builder.getKieModule();
        byte[] list = module.getBytes(CanonicalKieModule.getModelFileWithGAV(module.getReleaseId()));
        return new String(list, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("Drools-Model-Version"))
                .toList();
    }

    @Override
    public void close() {
        services.getRepository().removeKieModule(id);
    }
}
