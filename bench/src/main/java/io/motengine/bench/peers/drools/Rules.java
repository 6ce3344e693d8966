package io.motengine.bench.peers.drools;

import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.conf.EventProcessingOption;
import org.kie.api.runtime.KieContainer;

/** Compiles a peer's rules as executable model, as Drools recommends. */
final class Rules {
    private Rules() {}

    static KieBase compiled(String name, String drl, EventProcessingOption mode) {
        KieServices services = KieServices.get();
        ReleaseId id = services.newReleaseId("io.motengine.bench", name, "1");
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(id);
        files.write("src/main/resources/io/motengine/bench/" + name + ".drl", drl);
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(name + ": " + builder.getResults().getMessages(Message.Level.ERROR));
        }
        KieContainer container = services.newKieContainer(id);
        KieBaseConfiguration configuration = services.newKieBaseConfiguration();
        configuration.setOption(mode);
        return container.newKieBase(configuration);
    }
}
