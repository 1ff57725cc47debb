package dev.parityguard.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.report.Outcome;
import dev.parityguard.service.file.FileProvider;
import dev.parityguard.service.file.FolderLook;
import dev.parityguard.service.s3.S3ProbeProvider;
import dev.parityguard.target.Target;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The file system of a Mac and of Linux are made up by Jimfs. */
class FileIncidentsTest {
    private static final IncidentFixture FIXTURE = new IncidentFixture("file", null, new FileProvider().catalogue());
    private static final IncidentFixture S3 = new IncidentFixture("s3", null, new S3ProbeProvider().catalogue());

    private FileSystem linux;
    private FileSystem mac;

    @BeforeEach
    void open() {
        linux = Jimfs.newFileSystem(Configuration.unix());
        mac = Jimfs.newFileSystem(Configuration.osX());
    }

    @AfterEach
    void close() throws Exception {
        linux.close();
        mac.close();
    }

    @Test
    @Incident(value = "I44", fact = "file.behaviour.key_case", severity = Severity.ERROR)
    void uploadsThatDifferInCaseShareAFile() throws Exception {
        FIXTURE.assertFinding(written(linux), written(mac), "behaviour.key_case", Severity.ERROR);
    }

    @Test
    @Incident(value = "I47", fact = "file.behaviour.key_unicode", severity = Severity.WARNING)
    void accentedNameIsFoundUnderItsOtherForm() throws Exception {
        FIXTURE.assertFinding(written(linux), written(mac), "behaviour.key_unicode", Severity.WARNING);
    }

    /** The bucket is recorded: what S3 answers to the questions that a folder can be asked too. */
    @Test
    @Incident(value = "I44", fact = "s3.kind", severity = Severity.ERROR)
    void folderStandsInForTheBucket() throws Exception {
        Facts bucket = Facts.builder()
                .put("product", "aws s3")
                .put("behaviour.key_case", "sensitive")
                .put("behaviour.key_unicode", "kept")
                .put("setting.versioning", "Enabled")
                .build();

        List<Finding> findings = S3.findings(bucket, written(mac));

        S3.assertFinding(bucket, written(mac), "kind", Severity.ERROR);
        assertThat(findings.get(0).consequences())
                .extracting(Finding::id)
                .startsWith("s3.behaviour.key_case")
                .contains("s3.behaviour.key_unicode", "s3.product", "s3.setting.versioning");
    }

    @Test
    void nobodyIsDisturbedByAnEmptyFolder() throws Exception {
        Observed empty = FolderLook.at(Target.of(uploads(linux)));

        assertThat(FIXTURE.findings(written(linux), empty))
                .filteredOn(finding -> finding.outcome() == Outcome.UNKNOWN)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.INFO));
    }

    private static Observed written(FileSystem system) throws Exception {
        return FolderLook.at(Target.of(uploads(system)).with("write", "allowed"));
    }

    private static Path uploads(FileSystem system) throws Exception {
        return Files.createDirectories(system.getPath("/uploads"));
    }
}
