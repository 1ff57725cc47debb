package dev.parityguard.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.servers.PostgresServer;
import dev.parityguard.target.Target;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.postgresql.ds.PGSimpleDataSource;

/** Test classes that {@link ParityProfileTest} runs. */
final class Samples {
    static @Nullable PostgresServer server;
    static final List<String> ran = new ArrayList<>();

    private Samples() {}

    static DataSource open(String name) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(server.jdbcUrl(name));
        return database;
    }

    @ParityProfile
    static class Agreeing {
        @ParityService("orders-db")
        private static DataSource database;

        @BeforeAll
        static void connect() {
            database = open("orders");
        }

        @Test
        void one() {
            ran.add("one");
        }

        @Test
        void two() {
            ran.add("two");
        }

        @Nested
        class Inner {
            @Test
            void three() {
                ran.add("three");
            }
        }
    }

    @ParityProfile
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class Drifted {
        @ParityService("orders-db")
        final DataSource database = open("drifted");

        @BeforeEach
        void never() {
            ran.add("never");
        }

        @Test
        void first() {
            ran.add("first");
        }

        @Test
        void second() {
            ran.add("second");
        }
    }

    static class DriftedBelow extends Drifted {}

    @ParityProfile(
            allow = @AllowedDifference(fact = "orders-db/database_setting.TimeZone", reason = "no test has times"))
    static class Allowed {
        @ParityService("orders-db")
        Target database() {
            return Target.of(open("drifted"));
        }

        @Test
        void allowed() {
            ran.add("allowed");
        }
    }

    @ParityProfile(
            allow =
                    @AllowedDifference(
                            fact = "orders-db/database_setting.TimeZone",
                            reason = "no test has times",
                            until = "2020-01-31"))
    static class AllowedTooLong extends Allowed {}

    @ParityProfile(allow = @AllowedDifference(fact = "orders-db/version", reason = "any", until = "tomorrow"))
    static class AllowedUntilNoDay extends Allowed {}

    @ParityProfile
    static class Misspelt {
        @ParityService("order-db")
        static DataSource database() {
            return open("orders");
        }

        @Test
        void misspelt() {
            ran.add("misspelt");
        }
    }

    @ParityProfile
    static class Forgotten {
        @ParityService("orders-db")
        static @Nullable DataSource database;

        @Test
        void forgotten() {
            ran.add("forgotten");
        }
    }

    @ParityProfile
    static class Twice {
        @ParityService("orders-db")
        static final String ONE = "jdbc:postgresql://localhost/one";

        @ParityService("orders-db")
        static final String TWO = "jdbc:postgresql://localhost/two";

        @Test
        void twice() {
            ran.add("twice");
        }
    }

    @ParityProfile(services = "orders-db")
    static class FromTheProfile {
        @Test
        void fromTheProfile() {
            ran.add("from the profile");
        }
    }

    @ParityProfile
    static class Everything {
        @Test
        void everything() {
            ran.add("everything");
        }
    }

    @ParityProfile(frozenSchema = true)
    static class Frozen {
        @ParityService("orders-db")
        final DataSource database = open("orders");

        @Test
        void reads() throws Exception {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                assertThat(statement.executeQuery("select note from orders").next())
                        .isFalse();
            }
        }
    }

    @ParityProfile(frozenSchema = true)
    static class Altering {
        @ParityService("orders-db")
        final DataSource database = open("orders");

        @Test
        void alters() throws Exception {
            try (var connection = database.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("alter table orders add column weight int");
            }
        }
    }

    @ParityProfile(frozenSchema = true)
    static class FrozenButStopped {
        @ParityService("orders-db")
        final DataSource database = open("orders");

        @Test
        void passes() {
            ran.add("passes");
        }

        @AfterAll
        static void stop() {
            server.close();
        }
    }
}
