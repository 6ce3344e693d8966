package io.motengine.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.motengine.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_ONLY_ENGINE_AND_SCHEMAS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.motengine.jobs..", "io.motengine.rules..", "org.apache.flink..");

    @ArchTest
    static final ArchRule SIMULATOR_IS_PURE = classes()
            .that()
            .resideInAPackage("io.motengine.cli.simulator..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.motengine.cli.simulator..", "io.motengine.schemas..", "java..");

    @ArchTest
    static final ArchRule SIMULATOR_READS_NO_CLOCK = noClasses()
            .that()
            .resideInAPackage("io.motengine.cli.simulator..")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now");
}
