package dev.parityguard;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house as docs/decisions/0001-house.md draws it: who may know whom. */
class ArchitectureTest {
    private static final String ROOT = "dev.parityguard";
    private static final JavaClasses CORE = new ClassFileImporter().importPath(Path.of("target", "classes"));

    /** Package to the packages of the house that it may know. */
    private static final Map<String, String[]> MAY_KNOW = Map.ofEntries(
            Map.entry("fact", in("fact")),
            Map.entry("target", in("target")),
            Map.entry("fetch", in("fetch")),
            Map.entry("probe", in("probe", "fact", "target")),
            Map.entry("profile", in("profile", "fact")),
            Map.entry("matching", in("matching", "profile", "target")),
            Map.entry("report", in("report", "fact")),
            Map.entry("compare", in("compare", "fact", "profile", "report")),
            Map.entry("action", in("action", "report", "fact")),
            Map.entry("metrics", in("metrics", "action", "report", "fact")),
            Map.entry("service..", in("service..", "probe", "fact", "target")));

    @TestFactory
    Stream<DynamicTest> packagesKnowOnlyWhatTheyMay() {
        return MAY_KNOW.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(),
                        () -> classes()
                                .that()
                                .resideInAPackage(ROOT + "." + entry.getKey())
                                .should()
                                .onlyDependOnClassesThat(
                                        resideInAnyPackage(entry.getValue()).or(not(resideInAPackage(ROOT + ".."))))
                                .check(CORE)));
    }

    @Test
    void servicesAreReachedByServiceLoaderOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".service..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".service.."));
    }

    @Test
    void servicesKnowNoOtherServiceButTheSqlKit() {
        check(slices().matching(ROOT + ".service.(*)..")
                .namingSlices("service $1")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage(ROOT + ".service.."), resideInAPackage(ROOT + ".service.jdbc..")));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching(ROOT + ".(*)..").should().beFreeOfCycles());
    }

    @TestFactory
    Stream<DynamicTest> librariesStayWhereTheyBelong() {
        return Stream.of(
                        library("io.micrometer..", "metrics"),
                        library(
                                "com.fasterxml.jackson..",
                                "profile",
                                "report",
                                "service.elasticsearch",
                                "service.rabbitmq"),
                        library("com.rabbitmq..", "service.rabbitmq"),
                        library("org.apache.kafka..", "service.kafka"),
                        library("io.lettuce..", "service.redis"),
                        library("com.mongodb..", "service.mongodb"),
                        library("org.bson..", "service.mongodb"),
                        library("org.junit..", "junit"),
                        library("software.amazon.awssdk..", "service.s3", "fetch"),
                        library("org.postgresql..", "service.postgresql"),
                        library(
                                "java.sql..",
                                "service.jdbc",
                                "service.jdbc.migration",
                                "service.mysql",
                                "service.postgresql"),
                        library("javax.sql..", "service.jdbc"),
                        library("org.slf4j..", "action", "internal", ""))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> check(rule)));
    }

    @Test
    void judgingNeedsNoInputOutputAndNoClock() {
        check(noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".compare", ROOT + ".matching", ROOT + ".target")
                .and()
                .doNotHaveSimpleName("PlaceholderSecrets") // reads the list that lies beside it
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io", "java.nio.file..", "java.net", "java.sql", "org.slf4j..")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now"));
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(CORE.stream().map(JavaClass::getPackage).distinct())
                .filteredOn(p ->
                        p.getClasses().stream().anyMatch(c -> !c.getSimpleName().equals("package-info")))
                .allMatch(p -> p.isAnnotatedWith(NullMarked.class), "is @NullMarked");
    }

    @Test
    void probesOfAServiceAreNotPublic() {
        check(classes()
                .that()
                .resideInAPackage(ROOT + ".service..")
                .and()
                .haveSimpleNameEndingWith("Probe")
                .should()
                .notBePublic());
    }

    private static ArchRule library(String library, String... homes) {
        String[] packages = new String[homes.length];
        for (int i = 0; i < homes.length; i++) {
            packages[i] = homes[i].isEmpty() ? ROOT : ROOT + "." + homes[i];
        }
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .as(library + " is known only to " + String.join(", ", packages));
    }

    private static void check(ArchRule rule) {
        rule.check(CORE);
    }

    private static String[] in(String... names) {
        return Arrays.stream(names).map(n -> ROOT + "." + n).toArray(String[]::new);
    }
}
