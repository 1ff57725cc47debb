package dev.parityguard.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.servers.MysqlServer;
import dev.parityguard.servers.PostgresServer;
import dev.parityguard.service.mysql.MysqlLook;
import dev.parityguard.service.mysql.MysqlProvider;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Publicly reported incidents with MySQL and MariaDB, and differences that are meant to be. */
class MysqlIncidentsTest {
    private static final IncidentFixture FIXTURE = new IncidentFixture("mysql", null, new MysqlProvider().catalogue());

    private static MysqlServer mysql;
    private static MysqlServer mariadb;

    @BeforeAll
    static void startServers() {
        mysql = MysqlServer.mysql("8.0")
                .user(MysqlLook.USER, MysqlLook.PASSWORD)
                .start();
        mariadb = MysqlServer.mariadb("11.4")
                .user(MysqlLook.USER, MysqlLook.PASSWORD)
                .start();
    }

    @AfterAll
    static void stopServers() {
        mysql.close();
        mariadb.close();
    }

    @Test
    @Incident(value = "I21", fact = "mysql.setting.sql_mode", severity = Severity.ERROR)
    void looseGroupingIsRefused() {
        assertFindingAfter(
                mariadb,
                "SET GLOBAL sql_mode = CONCAT(@@GLOBAL.sql_mode, ',ONLY_FULL_GROUP_BY')",
                "SET GLOBAL sql_mode = DEFAULT",
                "setting.sql_mode",
                Severity.ERROR);
    }

    @Test
    @Incident(value = "I22", fact = "mysql.setting.lower_case_table_names", severity = Severity.ERROR)
    void namesOfTablesAreComparedAnotherWay() {
        try (MysqlServer lower = MysqlServer.mysql("8.0")
                .user(MysqlLook.USER, MysqlLook.PASSWORD)
                .lowerCaseTableNames(1)
                .start()) {
            FIXTURE.assertFinding(look(lower), look(mysql), "setting.lower_case_table_names", Severity.ERROR);
        }
    }

    @Test
    @Incident(value = "I23", fact = "mysql.product", severity = Severity.ERROR)
    void mariadbStandsInForMysql() {
        FIXTURE.assertFinding(look(mysql), look(mariadb), "product", Severity.ERROR);
        FIXTURE.assertFinding(look(mysql), look(mariadb), "setting.collation_database", Severity.ERROR);
    }

    @Test
    @Incident(value = "I24", fact = "mysql.setting.innodb_snapshot_isolation", severity = Severity.ERROR)
    void writeConflictsAreDetected() {
        assertFindingAfter(
                mariadb,
                "SET GLOBAL innodb_snapshot_isolation = ON",
                "SET GLOBAL innodb_snapshot_isolation = OFF",
                "setting.innodb_snapshot_isolation",
                Severity.ERROR);
    }

    @Test
    @Incident(value = "I25", fact = "mysql.time_zone_tables.loaded", severity = Severity.ERROR)
    void timeZoneTablesAreEmpty() {
        Observed empty = look(mysql);
        mysql.execute(
                "INSERT INTO mysql.time_zone (Time_zone_id, Use_leap_seconds) VALUES (1, 'N'), (2, 'N')",
                "INSERT INTO mysql.time_zone_name (Name, Time_zone_id) VALUES ('UTC', 1), ('Europe/Paris', 2)",
                "INSERT INTO mysql.time_zone_transition_type (Time_zone_id, Transition_type_id, `Offset`, Is_DST, "
                        + "Abbreviation) VALUES (1, 0, 0, 0, 'UTC'), (2, 0, 3600, 0, 'CET')");
        FIXTURE.assertFinding(look(mysql), empty, "time_zone_tables.loaded", Severity.ERROR);
    }

    @Test
    @Incident(value = "I26", fact = "mysql.setting.group_concat_max_len", severity = Severity.ERROR)
    void joinedListsAreCut() {
        assertFindingAfter(
                mariadb,
                "SET GLOBAL group_concat_max_len = 1024",
                "SET GLOBAL group_concat_max_len = 1048576",
                "setting.group_concat_max_len",
                Severity.ERROR);
    }

    @Test
    @Incident(value = "I27", fact = "mysql.setting.explicit_defaults_for_timestamp", severity = Severity.ERROR)
    void timestampsHaveHiddenDefaults() {
        assertFindingAfter(
                mariadb,
                "SET GLOBAL explicit_defaults_for_timestamp = OFF",
                "SET GLOBAL explicit_defaults_for_timestamp = ON",
                "setting.explicit_defaults_for_timestamp",
                Severity.ERROR);
    }

    /** Connector/J makes its own sessions strict, whatever the server does for others. */
    @Test
    @Incident(value = "I28", fact = "mysql.server_setting.sql_mode", severity = Severity.WARNING)
    void onlyTheDriversSessionsAreStrict() {
        mysql.execute("SET GLOBAL sql_mode = 'STRICT_TRANS_TABLES'");
        try {
            Observed strict = look(mysql);
            mysql.execute("SET GLOBAL sql_mode = ''");
            Observed loose = look(mysql);
            FIXTURE.assertFinding(strict, loose, "server_setting.sql_mode", Severity.WARNING);
            assertThat(FIXTURE.findings(strict, loose))
                    .extracting(Finding::fact)
                    .doesNotContain("setting.sql_mode");
            assertThat(loose.facts().get("setting.sql_mode"))
                    .isEqualTo(new Fact("setting.sql_mode", "STRICT_TRANS_TABLES", "client"));
        } finally {
            mysql.execute("SET GLOBAL sql_mode = DEFAULT");
        }
    }

    @Test
    @Incident(value = "I32", fact = "mysql.kind", severity = Severity.ERROR)
    void numbersAreNoBooleansInTheOtherEngine() {
        try (PostgresServer other = PostgresServer.version("16").start()) {
            other.createRole("app", "secret");
            FIXTURE.assertFinding(look(mariadb), PostgresqlLook.at(other, "postgres", "app"), "kind", Severity.ERROR);
        }
    }

    @Test
    @Incident("B13")
    void serversAreNotTheSame() {
        try (MysqlServer one = MysqlServer.mysql("5.7")
                        .user(MysqlLook.USER, MysqlLook.PASSWORD)
                        .setting("server_id", "1")
                        .start();
                MysqlServer other = MysqlServer.mysql("5.7")
                        .user(MysqlLook.USER, MysqlLook.PASSWORD)
                        .setting("server_id", "17")
                        .start()) {
            assertThat(look(one).facts().value("identity.server"))
                    .isNotNull()
                    .isNotEqualTo(look(other).facts().value("identity.server"));
            FIXTURE.assertAgrees(look(one), look(other));
        }
    }

    /** The packager's version is recorded; how it is read, ProductTest tells. */
    @Test
    @Incident("B14")
    void patchOfTheSameSeriesDiffers() {
        Observed seen = look(mariadb);
        FIXTURE.assertAgrees(seen, looked(seen, "version", "11.4.8"));
    }

    private static void assertFindingAfter(
            MysqlServer server, String change, String back, String fact, Severity severity) {
        Observed before = look(server);
        server.execute(change);
        try {
            FIXTURE.assertFinding(before, look(server), fact, severity);
        } finally {
            server.execute(back);
        }
    }

    private static Observed look(MysqlServer server) {
        return MysqlLook.at(server, "");
    }

    private static Observed looked(Observed seen, String fact, String value) {
        Facts.Builder facts = Facts.builder();
        seen.facts().forEach(known -> facts.put(known.name(), known.value(), known.source()));
        facts.put(fact, value);
        return new Observed(seen.kind(), facts.build(), List.of());
    }
}
