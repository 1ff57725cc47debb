package dev.parityguard.service.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The class path without pgjdbc. */
class WithoutDriverTest {
    @Test
    void missingDriverIsNamed() throws Exception {
        try (URLClassLoader loader = new URLClassLoader(withoutDriver(), ClassLoader.getPlatformClassLoader())) {
            Class<?> target = loader.loadClass("dev.parityguard.target.Target");
            Class<?> provider = loader.loadClass("dev.parityguard.service.postgresql.PostgresqlProvider");
            Class<?> probe = loader.loadClass("dev.parityguard.probe.Probe");
            Object instance = provider.getConstructor().newInstance();
            Object made = provider.getMethod("probe", target)
                    .invoke(instance, target.getMethod("url", String.class).invoke(null, "postgresql://h/db"));
            Object observation = probe.getMethod("observe", loader.loadClass("dev.parityguard.probe.ProbeContext"))
                    .invoke(made, new Object[] {null});
            assertThat(observation.toString()).startsWith("NotProbed").contains("org.postgresql:postgresql");
            assertThat(provider.getMethod("catalogue").invoke(instance)).isNotNull();
        }
    }

    private static URL[] withoutDriver() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!Path.of(entry).getFileName().toString().startsWith("postgresql-")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }
}
