package dev.parityguard.incidents;

import dev.parityguard.Capture;
import dev.parityguard.ParityGuard;
import dev.parityguard.fact.Severity;
import dev.parityguard.profile.VariableSource;
import dev.parityguard.report.Finding;
import dev.parityguard.report.ParityReport;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.target.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Captures the structure of one database and compares another one with it, the way an application does. */
public final class SchemaDrift {
    private final Path profile;

    /** Keeps its profile in that folder. */
    public SchemaDrift(Path folder) {
        this.profile = folder.resolve("parity-profile.json");
    }

    /** The profile of a database, with its structure, seen by that role. */
    public SchemaDrift captured(PostgresServer server, String database, String role) {
        try {
            Files.deleteIfExists(profile);
            Capture capture = guard(server, database, role).schema().build().capture(profile);
            if (!capture.missed().isEmpty()) {
                throw new AssertionError(capture.missed().toString());
            }
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole report about a database. */
    public ParityReport report(PostgresServer server, String database, String role) {
        return guard(server, database, role).build().run();
    }

    /** The findings above {@code info} about the schema of a database. */
    public List<Finding> findings(PostgresServer server, String database, String role) {
        return report(server, database, role).findings().stream()
                .filter(finding -> finding.fact().startsWith("schema."))
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
    }

    /** The text of the profile. */
    public String text() {
        try {
            return Files.readString(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A guard of that database with this profile. */
    public ParityGuard.Builder guard(PostgresServer server, String database, String role) {
        return ParityGuard.builder()
                .servicesOnly()
                .profile(profile.toString())
                .variables(VariableSource.of(Map.of()))
                .deadline(Duration.ofSeconds(30))
                .service("orders-db", Target.url(server.url(role, "secret", database)));
    }
}
