package dev.parityguard.service.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** What all SQL engines share, overridden by what an engine says beside its provider. */
final class SharedProperties {
    private SharedProperties() {}

    /**
     * Reads the resource of that name from this package, and then the one beside a class.
     *
     * @throws IllegalStateException when one is missing: a defect of the probe's package
     */
    static Properties load(Class<?> beside, String resource) {
        Properties properties = new Properties();
        add(SharedProperties.class, resource, properties);
        add(beside, resource, properties);
        return properties;
    }

    private static void add(Class<?> beside, String resource, Properties properties) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource + " beside " + beside.getName());
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
