package dev.parityguard.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Severity;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.service.jdbc.migration.Application;
import dev.parityguard.service.jdbc.migration.MigratedDatabase;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publicly reported incidents about migrations, each set up with a real tool on a real server. */
class MigrationIncidentsTest {
    private static final String FOLDER = "db/migration/";
    private static PostgresServer server;
    private static int databases;

    @TempDir
    Path folder;

    private Application application;
    private Path profile;

    @BeforeAll
    static void startServer() {
        server = PostgresServer.version("16").start();
        server.createRole("app", "secret");
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void applicationWithOneMigration() {
        profile = folder.resolve("parity-profile.json");
        application = Application.in(folder).file(FOLDER + "V1__vm.sql", "CREATE TABLE vm (id int);");
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    @Incident(value = "I17", fact = "postgresql.migration.flyway.pending", severity = Severity.ERROR)
    void codeWasDeployedAndItsMigrationWasNot() {
        try (MigratedDatabase database = migrated().capture(profile)) {
            assertThat(database.findings(profile)).isEmpty();
            application.file(FOLDER + "V2__provider.sql", "ALTER TABLE vm ADD COLUMN provider_metadata jsonb;");

            assertThat(database.findings(profile)).singleElement().satisfies(finding -> {
                assertThat(finding.id()).isEqualTo("postgresql.migration.flyway.pending");
                assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                assertThat(finding.cause()).isEqualTo("migration not applied");
            });
        }
    }

    @Test
    @Incident(value = "I17", fact = "postgresql.migration.flyway.head", severity = Severity.ERROR)
    void migrationsStayedBehindThoseOfProduction() {
        try (MigratedDatabase behind = migrated()) {
            application.file(FOLDER + "V2__provider.sql", "ALTER TABLE vm ADD COLUMN provider_metadata jsonb;");
            try (MigratedDatabase production = migrated().capture(profile)) {
                assertThat(production.findings(profile)).isEmpty();
            }
            application.without(FOLDER + "V2__provider.sql");

            assertThat(behind.findings(profile)).anySatisfy(finding -> {
                assertThat(finding.id()).isEqualTo("postgresql.migration.flyway.head");
                assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                assertThat(finding.cause()).isEqualTo("migration not applied");
            });
        }
    }

    @Test
    @Incident("B12")
    void metadataAndOrderOfTheHistoryDiffer() {
        application.file(FOLDER + "V3__third.sql", "CREATE TABLE third (id int);");
        String second = "CREATE TABLE second (id int);";
        try (MigratedDatabase b = migrated()) {
            application.file(FOLDER + "V2__second.sql", second);
            try (MigratedDatabase a = migrated().capture(profile)) {
                assertThat(a.findings(profile)).isEmpty();
            }
            b.flyway(application.directory(FOLDER), Flyway::migrate)
                    .execute("UPDATE flyway_schema_history SET installed_on = '2020-01-01', execution_time = 7,"
                            + " installed_by = 'somebody', description = 'something'");

            assertThat(b.findings(profile)).isEmpty();
        }
    }

    private MigratedDatabase migrated() {
        String name = "migration" + databases++;
        server.createDatabase(name);
        server.execute(name, "GRANT ALL ON SCHEMA public TO app");
        String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + name;
        return MigratedDatabase.at(url, "app", "secret").flyway(application.directory(FOLDER));
    }
}
