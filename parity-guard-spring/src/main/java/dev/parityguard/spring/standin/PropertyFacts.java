package dev.parityguard.spring.standin;

import dev.parityguard.fact.Facts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/** What properties and the class path tell. A fact of a library that the application does not have is left out. */
final class PropertyFacts {
    private static final String[] EMBEDDED = {"h2", "hsqldb", "derby", "sqlite"};

    private final Environment environment;
    private final @Nullable ClassLoader loader;

    PropertyFacts(Environment environment, @Nullable ClassLoader loader) {
        this.environment = environment;
        this.loader = loader;
    }

    void read(Facts.Builder facts) {
        facts.putFlag("devtools", has("org.springframework.boot.devtools.restart.Restarter"));
        facts.putFlag("docker_compose", has("org.springframework.boot.docker.compose.core.DockerCompose"));
        facts.putFlag("testcontainers", has("org.testcontainers.DockerClientFactory"));
        if (has("org.springframework.jdbc.core.JdbcTemplate")) {
            facts.put("database.embedded", embedded());
            facts.put("sql.init_mode", setting("embedded", "spring.sql.init.mode"));
        }
        if (has("org.h2.server.web.JakartaWebServlet")) {
            facts.putFlag("h2_console", flag(false, "spring.h2.console.enabled"));
        }
        if (has("org.flywaydb.core.Flyway")) {
            facts.putFlag("flyway.clean", !flag(true, "spring.flyway.clean-disabled"));
        }
        if (has("liquibase.Liquibase")) {
            facts.putFlag("liquibase.drop_first", flag(false, "spring.liquibase.drop-first"));
        }
        if (has("org.quartz.Scheduler")) {
            facts.put("scheduler.store", setting("memory", "spring.quartz.job-store-type"));
        }
        if (has("org.hibernate.SessionFactory")) {
            facts.put(
                    "jpa.ddl_auto",
                    setting(
                            "default",
                            "spring.jpa.properties.hibernate.hbm2ddl.auto",
                            "spring.jpa.hibernate.ddl-auto"));
            String dialect = dialect();
            facts.put("hibernate.dialect", dialect == null ? "detected" : dialect);
            facts.putFlag("hibernate.dialect_fits", dialect == null ? null : Dialects.fit(dialect, url()));
        }
    }

    private @Nullable String dialect() {
        String dialect = environment.getProperty(
                "spring.jpa.properties.hibernate.dialect", environment.getProperty("spring.jpa.database-platform", ""));
        return dialect.isBlank() ? null : ClassUtils.getShortName(dialect.strip());
    }

    private String embedded() {
        String url = url();
        for (String engine : EMBEDDED) {
            if (url.startsWith("jdbc:" + engine + ":")) {
                return engine;
            }
        }
        return "no";
    }

    private String url() {
        return environment.getProperty("spring.datasource.url", "").strip().toLowerCase(Locale.ROOT);
    }

    private String setting(String otherwise, String... properties) {
        for (String property : properties) {
            String value = environment.getProperty(property, "").strip();
            if (!value.isEmpty()) {
                return value.toLowerCase(Locale.ROOT);
            }
        }
        return otherwise;
    }

    private boolean flag(boolean otherwise, String property) {
        return Boolean.parseBoolean(setting(Boolean.toString(otherwise), property));
    }

    private boolean has(String type) {
        return ClassUtils.isPresent(type, loader);
    }
}
