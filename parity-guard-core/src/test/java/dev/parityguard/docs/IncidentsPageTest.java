package dev.parityguard.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.parityguard.incidents.Incident;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The page of incidents is made from the tests that set them up. */
class IncidentsPageTest {
    private static final String HEAD = """
            # Incidents

            Made from the tests in `parity-guard-core/src/test/java/dev/parityguard/incidents`. Each sets up two real
            environments, captures a profile from the first, and checks the second: the named fact must be found with the
            named severity, and the first must agree with itself.

            ## Caught

            | incident | what happened | fact | severity | test |
            |---|---|---|---|---|
            """;
    private static final String BENIGN = """

            ## Normal differences, about which nothing above info is said

            | difference | what differs | test |
            |---|---|---|
            """;

    @Test
    void pageIsWhatTheTestsProve() throws IOException {
        List<JavaMethod> tests = new ClassFileImporter()
                .importPackages("dev.parityguard.incidents").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Incident.class))
                        .sorted(Comparator.<JavaMethod, String>comparing(IncidentsPageTest::number)
                                .thenComparing(JavaMethod::getFullName))
                        .toList();
        assertThat(tests).isNotEmpty();
        Predicate<JavaMethod> benign = test -> number(test).startsWith("B");

        StringBuilder page = new StringBuilder(HEAD);
        tests.stream()
                .filter(benign.negate())
                .forEach(test -> page.append("| %s | %s | `%s` | %s | %s |%n"
                        .formatted(
                                number(test),
                                story(test),
                                incident(test).fact(),
                                incident(test).severity().id(),
                                name(test))));
        page.append(BENIGN);
        tests.stream()
                .filter(benign)
                .forEach(test -> page.append("| %s | %s | %s |%n".formatted(number(test), story(test), name(test))));
        Docs.assertGenerated("docs/incidents.md", page.toString());
    }

    private static Incident incident(JavaMethod test) {
        return test.getAnnotationOfType(Incident.class);
    }

    private static String number(JavaMethod test) {
        return incident(test).value();
    }

    private static String story(JavaMethod test) {
        return test.tryGetAnnotationOfType(DisplayName.class)
                .map(DisplayName::value)
                .orElseGet(() -> test.getName().replaceAll("(?=[A-Z])", " ").toLowerCase(Locale.ROOT))
                .replaceFirst("^[IB]\\d\\d:? *", "")
                .replace("|", "\\|");
    }

    private static String name(JavaMethod test) {
        return "`" + test.getOwner().getSimpleName() + "." + test.getName() + "`";
    }
}
