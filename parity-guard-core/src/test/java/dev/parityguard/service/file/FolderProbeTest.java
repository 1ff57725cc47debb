package dev.parityguard.service.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import dev.parityguard.fact.Fact;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unreachable;
import dev.parityguard.target.Target;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FolderProbeTest {
    @TempDir
    private Path folder;

    @Test
    void everyFactIsDescribed() throws Exception {
        FactCatalogue catalogue = new FileProvider().catalogue();
        Observed observed = FolderLook.at(Target.of(folder).with("write", "allowed"));

        assertThat(observed.facts().value("product")).isNotBlank();
        assertThat(observed.unknowns()).isEmpty();
        assertThat(observed.facts().stream().map(Fact::name))
                .containsAll(TemporaryFile.NEEDING_ONE)
                .allSatisfy(
                        name -> assertThat(catalogue.describe(name)).as(name).isNotNull());
    }

    @Test
    void lookingTwiceSeesTheSameAndLeavesNothing() throws Exception {
        Target target = Target.of(folder).with("write", "allowed");

        assertThat(FolderLook.at(target)).isEqualTo(FolderLook.at(target));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void folderOnLinuxTellsNamesApart() throws Exception {
        Facts facts = FolderLook.at(Target.of(folder).with("write", "allowed")).facts();

        assertThat(facts.value("behaviour.key_case")).isEqualTo("sensitive");
        assertThat(facts.value("behaviour.key_unicode")).isEqualTo("kept");
        assertThat(facts.value("behaviour.name_length")).isEqualTo("255 bytes");
        assertThat(facts.value("behaviour.colon_in_names")).isEqualTo("usable");
        assertThat(facts.value("behaviour.atomic_move")).isEqualTo("yes");
        assertThat(facts.value("behaviour.locks")).isEqualTo("yes");
        assertThat(facts.value("writable")).isEqualTo("yes");
    }

    @Test
    void nothingIsWrittenWhereNobodyAllowsIt() throws Exception {
        Files.writeString(folder.resolve("Avatar.png"), "");
        Observed observed = FolderLook.at(Target.of(folder));

        assertThat(folder.toFile().list()).containsExactly("Avatar.png");
        assertThat(observed.facts().value("behaviour.key_case")).isNotNull();
        assertThat(observed.facts().value("behaviour.locks")).isNull();
        assertThat(observed.unknowns()).extracting(Unknown::fact).contains("behaviour.locks", "behaviour.key_unicode");
    }

    @Test
    void emptyFolderTellsNothingOfNamesWithoutWriting() throws Exception {
        assertThat(FolderLook.at(Target.of(folder)).unknowns())
                .extracting(Unknown::fact)
                .contains("behaviour.key_case", "behaviour.key_unicode");
    }

    @Test
    void caseOfAMacIsSeenWithAndWithoutWriting() throws Exception {
        try (FileSystem mac = Jimfs.newFileSystem(Configuration.osX())) {
            Path uploads = Files.createDirectory(mac.getPath("/uploads"));
            Facts written =
                    FolderLook.at(Target.of(uploads).with("write", "allowed")).facts();
            assertThat(written.value("behaviour.key_case")).isEqualTo("insensitive");
            assertThat(written.value("behaviour.key_unicode")).isEqualTo("normalised");

            Files.createFile(uploads.resolve("Äpfel.png"));
            Facts read = FolderLook.at(Target.of(uploads)).facts();
            assertThat(read.value("behaviour.key_case")).isEqualTo("insensitive");
            assertThat(read.value("behaviour.key_unicode")).isEqualTo("normalised");
        }
    }

    @Test
    void namesOfWindowsAreSeen() throws Exception {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Path uploads = Files.createDirectory(windows.getPath("C:\\uploads"));
            Facts facts =
                    FolderLook.at(Target.of(uploads).with("write", "allowed")).facts();

            assertThat(facts.value("behaviour.key_case")).isEqualTo("insensitive");
            assertThat(facts.value("behaviour.colon_in_names")).isEqualTo("refused");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void fileThatOnlyCameLaterInTheListIsAnotherFile() throws Exception {
        for (int i = 0; i < 300; i++) {
            Files.createFile(folder.resolve("Name" + i));
            Files.createFile(folder.resolve("name" + i));
        }

        assertThat(FolderLook.at(Target.of(folder)).facts().value("behaviour.key_case"))
                .isIn("sensitive", null);
    }

    @Test
    void foldersAreNamedInSeveralWays() throws Exception {
        Stream<Target> targets = Stream.of(
                Target.of(folder.toFile()), Target.url(folder.toUri().toString()), Target.url(folder.toString()));
        for (Target target : targets.toList()) {
            assertThat(FolderLook.at(target)).isEqualTo(FolderLook.at(Target.of(folder)));
        }
    }

    @Test
    void whatIsNoFolderIsUnreachableAndItsPathIsNotTold() throws Exception {
        Path file = Files.createFile(folder.resolve("private-file"));
        for (Path path : new Path[] {file, folder.resolve("private-nothing")}) {
            assertThat(FolderLook.look(Target.of(path)))
                    .isInstanceOfSatisfying(
                            Unreachable.class,
                            unreachable -> assertThat(unreachable.reason()).doesNotContain("private"));
        }
        assertThat(FolderLook.look(Target.url("file:///%zz")))
                .isInstanceOfSatisfying(
                        NotProbed.class,
                        notProbed -> assertThat(notProbed.reason()).doesNotContain("zz"));
    }

    @Test
    void othersTargetsAreNotAccepted() throws IOException {
        FileProvider provider = new FileProvider();

        assertThat(provider.accepts(Target.url("s3://bucket"))).isFalse();
        assertThat(provider.accepts(Target.of(new Object()))).isFalse();
        assertThat(provider.accepts(Target.process())).isFalse();
    }
}
