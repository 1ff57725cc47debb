package dev.parityguard.service.jdbc.migration;

import java.nio.file.Path;

/** An application that starts with a database in its own process and the profile of its argument. */
final class PooledBoot {
    private PooledBoot() {}

    public static void main(String[] arguments) {
        try (MigratedDatabase database = MigratedDatabase.at("jdbc:h2:mem:boot", "sa", "")) {
            database.report(Path.of(arguments[0]));
        }
    }
}
