package dev.parityguard.service.jdbc.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories that Liquibase itself writes, compared with a profile. */
class LiquibaseTest {
    private static final String LOG = "db/changelog/log.sql";
    private static final String FIRST = "--liquibase formatted sql\n--changeset ann:1\nCREATE TABLE a (x int);\n";
    private static final String SECOND = "--changeset bob:2\nCREATE TABLE b (x int);\n";
    private static int databases;

    @TempDir
    Path folder;

    private Application application;
    private Path profile;

    @BeforeEach
    void applicationWithTwoChangeSets() {
        profile = folder.resolve("parity-profile.json");
        application = Application.in(folder).file(LOG, FIRST + SECOND);
    }

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void databaseWhenBehindTheProfileThenTheNumberExplainsWhatIsMissing() {
        try (MigratedDatabase production = migrated().capture(profile)) {
            assertThat(production.findings(profile)).isEmpty();
        }
        application.file(LOG, FIRST);
        try (MigratedDatabase behind = migrated()) {
            assertThat(behind.report(profile).findings())
                    .filteredOn(finding -> finding.fact().startsWith("migration."))
                    .filteredOn(finding -> finding.severity() == Severity.ERROR)
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.fact()).isEqualTo("migration.liquibase.change_sets");
                        assertThat(finding.cause()).isEqualTo("migration not applied");
                        assertThat(finding.consequences())
                                .extracting(Finding::fact)
                                .contains("migration.liquibase.applied." + LOG + "::2::bob");
                    });
        }
    }

    @Test
    void databaseWhenAheadOrCommentedOtherwiseThenAgrees() {
        try (MigratedDatabase production = migrated().capture(profile)) {
            assertThat(production.findings(profile)).isEmpty();
        }
        application.file(LOG, FIRST + SECOND + "--changeset bob:3\nCREATE TABLE c (x int);\n");
        try (MigratedDatabase ahead = migrated()
                .execute("UPDATE DATABASECHANGELOG SET COMMENTS = 'x', TAG = 'y', DESCRIPTION = 'z',"
                        + " DATEEXECUTED = CURRENT_DATE, DEPLOYMENT_ID = '7'")) {
            assertThat(ahead.findings(profile)).isEmpty();
        }
    }

    @Test
    void changeSetWhenEditedThenIsAnErrorButNotAcrossGenerationsOfChecksums() {
        try (MigratedDatabase production = migrated().capture(profile)) {
            assertThat(production.findings(profile)).isEmpty();
        }
        application.file(LOG, FIRST.replace("int", "bigint") + SECOND);
        try (MigratedDatabase edited = migrated()) {
            assertThat(edited.findings(profile)).singleElement().satisfies(finding -> {
                assertThat(finding.fact()).isEqualTo("migration.liquibase.checksum.9." + LOG + "::1::ann");
                assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            });
            edited.execute("UPDATE DATABASECHANGELOG SET MD5SUM = '8:d41d8cd98f00b204e9800998ecf8427e'");

            assertThat(edited.findings(profile)).allSatisfy(finding -> {
                assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
                assertThat(finding.cause()).isEqualTo("not comparable");
            });
            assertThat(edited.capture(profile).report(profile).findings()).isEmpty();
        }
    }

    private MigratedDatabase migrated() {
        return MigratedDatabase.at("jdbc:h2:mem:liquibase" + databases++ + ";DB_CLOSE_DELAY=-1", "sa", "")
                .liquibase(application.directory(""), LOG);
    }
}
