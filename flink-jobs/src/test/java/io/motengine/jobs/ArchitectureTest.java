package io.motengine.jobs;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.motengine.jobs", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule DEPENDS_ON_ENGINE_AND_SCHEMAS_ONLY = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.motengine.cli..", "io.motengine.console..", "io.motengine.bench..", "io.motengine.rules..");

    @ArchTest
    static final ArchRule GIVES_UIDS_IN_ONE_PLACE =
            noClasses().that().doNotHaveSimpleName("DecisionTopology").should().callMethodWhere(target(name("uid")));

    @ArchTest
    static final ArchRule KEEPS_CONFIGURATION_FREE_OF_FLINK_AND_KAFKA = noClasses()
            .that()
            .resideInAPackage("..config..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache..");

    @ArchTest
    static final ArchRule CLOSES_ITS_CLASSES = classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .and()
            .doNotHaveSimpleName("ImmutableSerializer")
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule HAS_NO_CYCLES =
            slices().matching("io.motengine.jobs.(*)..").should().beFreeOfCycles();
}
