package dev.parityguard.quarkus.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every extension that an application may do without, absent one by one. */
class OptionalExtensionsTest {
    private static final String PACKAGE = "dev.parityguard.quarkus.runtime.";
    private static final JavaClasses MODULE = new ClassFileImporter().importPath(Path.of("target", "classes"));

    @ParameterizedTest
    @CsvSource({
        "Agroal, io.agroal. io.quarkus.agroal., DataSourceClients",
        "Flyway, org.flywaydb. io.quarkus.flyway., FlywayGate",
        "Redis, io.vertx.redis. io.quarkus.redis., RedisClients VertxRedisPipeline",
        "S3, software.amazon., S3Clients",
        "SmallRye Health, org.eclipse.microprofile.health., ParityHealthCheck",
        "Micrometer, io.micrometer., ParityMeterBinder",
        "Vert.x HTTP, io.quarkus.vertx.http. io.vertx.ext.web., ParityEndpoint",
    })
    void classesWhenAnExtensionIsAbsentThenAllLoadButThoseThatAreForIt(String ignoredName, String hidden, String forIt)
            throws Exception {
        List<String> packages = List.of(hidden.split(" ", -1));
        ClassLoader without = new Without(packages);

        Set<String> needing = new TreeSet<>();
        for (JavaClass type : MODULE) {
            if (needs(type, packages)) {
                needing.add(outermost(type));
            } else {
                assertThatNoException().as(type.getName()).isThrownBy(() -> resolve(type.getName(), without));
            }
        }

        assertThat(needing).containsExactlyInAnyOrder(forIt.split(" ", -1));
    }

    private static String outermost(JavaClass type) {
        return type.getName().substring(PACKAGE.length()).replaceFirst("\\$.*", "");
    }

    private static boolean needs(JavaClass type, List<String> packages) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getName())
                .anyMatch(target -> packages.stream().anyMatch(target::startsWith));
    }

    /** Verifies the class and looks at all its members, as recording and the container do. */
    private static void resolve(String name, ClassLoader loader) throws ClassNotFoundException {
        Class<?> type = Class.forName(name, true, loader);
        type.getDeclaredMethods();
        type.getDeclaredFields();
        type.getDeclaredConstructors();
    }

    /** The classes of the extension, in an application that lacks some packages. */
    private static final class Without extends ClassLoader {
        private final List<String> hidden;

        Without(List<String> hidden) {
            super(OptionalExtensionsTest.class.getClassLoader());
            this.hidden = hidden;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (hidden.stream().anyMatch(name::startsWith)) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(PACKAGE)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
