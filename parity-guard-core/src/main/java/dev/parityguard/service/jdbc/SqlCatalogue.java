package dev.parityguard.service.jdbc;

import dev.parityguard.fact.FactCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The catalogue of a SQL engine: what all engines share, and its own facts beside its provider. */
public final class SqlCatalogue {
    private static final String RESOURCE = "catalogue.properties";

    private SqlCatalogue() {}

    /**
     * Reads the shared descriptions of behaviour, and {@code catalogue.properties} beside a class, whose attributes
     * override them.
     *
     * @throws IllegalStateException when the resource is missing or malformed: a defect of the probe's package
     */
    public static FactCatalogue load(Class<?> beside) {
        Properties properties = new Properties();
        add(SqlCatalogue.class, properties);
        add(beside, properties);
        return FactCatalogue.of(properties);
    }

    private static void add(Class<?> beside, Properties properties) {
        try (InputStream in = beside.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("no fact catalogue beside " + beside.getName());
            }
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
