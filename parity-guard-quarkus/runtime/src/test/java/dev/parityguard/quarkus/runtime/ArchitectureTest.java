package dev.parityguard.quarkus.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.parityguard.service.redis.RedisPipeline;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter().importPath(Path.of("target", "classes"));

    /** {@link RedisPipeline} is made for clients that core does not know. */
    @Test
    void onlyPublicPackagesOfCoreAreUsed() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.parityguard.internal..", "dev.parityguard.service..")
                        .and(not(equivalentTo(RedisPipeline.class))))
                .check(MODULE);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(MODULE.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allMatch(p -> p.isAnnotatedWith(NullMarked.class), "is @NullMarked");
    }
}
