package dev.parityguard.quarkus.deployment;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @Test
    void onlyPublicPackagesOfCoreAreUsed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.parityguard.internal..", "dev.parityguard.service..")
                .check(MODULE);
    }

    /** The build of every application loads the build steps, whatever extensions it has. */
    @Test
    void buildStepsNameNothingThatAnApplicationMayLack() {
        ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "jakarta.inject..",
                        "dev.parityguard..",
                        "org.jspecify..",
                        "org.jboss.jandex..",
                        "org.eclipse.microprofile.config..",
                        "io.smallrye.config..",
                        "io.quarkus.agroal.spi..",
                        "io.quarkus.arc..",
                        "io.quarkus.bootstrap..",
                        "io.quarkus.builder..",
                        "io.quarkus.deployment..",
                        "io.quarkus.devui.spi..",
                        "io.quarkus.runtime..",
                        "io.quarkus.smallrye.health.deployment.spi..")
                .check(MODULE);
    }
}
