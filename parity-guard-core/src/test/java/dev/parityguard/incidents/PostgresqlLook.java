package dev.parityguard.incidents;

import dev.parityguard.fact.Observed;
import dev.parityguard.probe.ProbeTrial;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.service.postgresql.PostgresqlProvider;
import dev.parityguard.target.Target;
import java.time.Duration;

/** One look at a database of a real server. */
final class PostgresqlLook {
    private static final Duration TIME = Duration.ofSeconds(30);

    private PostgresqlLook() {}

    static Observed at(PostgresServer server, String database, String role) {
        Target target = Target.url(server.url(role, "secret", database));
        try {
            return (Observed)
                    ProbeTrial.run(new PostgresqlProvider().probe(target), TIME).observation();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
