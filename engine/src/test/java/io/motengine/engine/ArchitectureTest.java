package io.motengine.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

/** The engine depends on the contracts and the rule library, and on nothing that would make two runs differ. */
@AnalyzeClasses(packages = "io.motengine.engine", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule dependsOnContractsAndRulesOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.motengine.engine..",
                    "io.motengine.schemas..",
                    "java..",
                    "org.drools..",
                    "org.kie..",
                    // What rules are held against before they are loaded: the rule library's parser, and the
                    // bytecode's.
                    "com.github.javaparser..",
                    "org.objectweb.asm..",
                    "com.fasterxml.jackson..",
                    "org.slf4j..");

    @ArchTest
    static final ArchRule hasNoClockAndNoRandomness = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class);

    @ArchTest
    static final ArchRule doesNoInputOrOutput = noClasses()
            .that()
            // The signatures of a class loader speak of URLs; it hides what they lead to.
            .doNotHaveSimpleName("VisibleClasses")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..");
}
