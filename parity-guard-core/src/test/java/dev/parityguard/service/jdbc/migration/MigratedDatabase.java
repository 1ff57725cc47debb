package dev.parityguard.service.jdbc.migration;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.parityguard.Capture;
import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Severity;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.Finding;
import dev.parityguard.report.ParityReport;
import dev.parityguard.target.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.flywaydb.core.Flyway;

/** A database that tools migrate, and that is captured and compared through a pool as an application does. */
public final class MigratedDatabase implements AutoCloseable {
    /** It tells every step, also on the console. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private final HikariDataSource pool;
    private final Map<String, String> properties = new TreeMap<>();

    private MigratedDatabase(HikariDataSource pool) {
        this.pool = pool;
    }

    /** The database behind that URL, through a pool of two connections. */
    public static MigratedDatabase at(String jdbcUrl, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(2);
        return new MigratedDatabase(new HikariDataSource(config));
    }

    /** The same, by which tables and files are told apart. */
    public MigratedDatabase with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    /** Runs statements as the application's user. */
    public MigratedDatabase execute(String... statements) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            return this;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Applies the migrations in a folder with Flyway. */
    public MigratedDatabase flyway(Path folder) {
        return flyway(folder, Flyway::migrate);
    }

    /** Does something else with Flyway and the migrations in a folder. */
    public MigratedDatabase flyway(Path folder, Consumer<Flyway> command) {
        command.accept(Flyway.configure()
                .dataSource(pool)
                .locations("filesystem:" + folder)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .outOfOrder(true)
                .load());
        return this;
    }

    /** Applies the change log at that path below a folder with Liquibase. */
    public MigratedDatabase liquibase(Path folder, String changeLog, String... contexts) {
        LIQUIBASE.setLevel(Level.WARNING);
        try (Connection connection = pool.getConnection();
                Liquibase liquibase = new Liquibase(
                        changeLog, new DirectoryResourceAccessor(folder), new JdbcConnection(connection))) {
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> liquibase.update(new Contexts(contexts)));
            return this;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The pool. */
    public HikariDataSource pool() {
        return pool;
    }

    /** Captures this database with its structure. */
    public MigratedDatabase capture(Path profile) {
        try {
            Capture capture = guard(profile).schema().build().capture(profile);
            if (!capture.missed().isEmpty()) {
                throw new AssertionError(capture.missed().toString());
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole report about this database. */
    public ParityReport report(Path profile) {
        return guard(profile).build().run();
    }

    /** The findings above {@code info} that are about migrations; consequences stand beside their cause. */
    public List<Finding> findings(Path profile) {
        List<Finding> all = new ArrayList<>();
        for (Finding finding : report(profile).findings()) {
            all.add(finding);
            all.addAll(finding.consequences());
        }
        return all.stream()
                .filter(finding -> finding.fact().startsWith("migration."))
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
    }

    /** The facts about migrations, all of them. */
    public Facts facts(Path profile) {
        capture(profile);
        Facts.Builder facts = Facts.builder();
        report(profile).services().get(0).facts().stream()
                .filter(fact -> fact.name().startsWith("migration."))
                .forEach(fact -> facts.put(fact.name(), fact.value()));
        return facts.build();
    }

    /** A guard with that profile. */
    public ParityGuard.Builder guard(Path profile) {
        Target target = Target.of(pool);
        for (Map.Entry<String, String> property : properties.entrySet()) {
            target = target.with(property.getKey(), property.getValue());
        }
        return ParityGuard.builder()
                .profile(profile.toString())
                .variables(VariableSource.of(Map.of()))
                .deadline(Duration.ofSeconds(30))
                .service("orders-db", target);
    }

    @Override
    public void close() {
        pool.close();
    }
}
