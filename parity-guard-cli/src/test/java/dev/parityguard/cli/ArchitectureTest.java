package dev.parityguard.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
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

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.parityguard.(cli..)").should().beFreeOfCycles().check(MODULE);
    }

    @Test
    void librariesStayWhereTheyBelong() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.parityguard.cli.declared")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml..")
                .check(MODULE);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.parityguard.cli")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(MODULE);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(MODULE.stream().map(JavaClass::getPackage).distinct())
                .hasSize(4)
                .allMatch(p -> p.isAnnotatedWith(NullMarked.class), "is @NullMarked");
    }
}
