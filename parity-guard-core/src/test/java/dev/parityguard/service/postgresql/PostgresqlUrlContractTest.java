package dev.parityguard.service.postgresql;

import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.target.Target;

class PostgresqlUrlContractTest extends PostgresqlContract {
    @Override
    protected ProbeProvider provider() {
        return new PostgresqlProvider();
    }

    @Override
    Target target(String host, int port, String password, String sslMode) {
        return Target.url(
                "postgresql://" + ROLE + ":" + password + "@" + host + ":" + port + "/postgres?sslmode=" + sslMode);
    }
}
