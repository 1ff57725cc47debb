package dev.parityguard.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Severity;
import dev.parityguard.report.Finding;
import dev.parityguard.service.jvm.JvmLook;
import dev.parityguard.service.jvm.JvmProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmIncidentsTest {
    private static final IncidentFixture FIXTURE = new IncidentFixture("jvm", null, new JvmProvider().catalogue());
    private static final Map<String, String> UTF_8 = Map.of("LC_ALL", "C.UTF-8");

    @TempDir
    private Path folder;

    /** From Java 18 on it takes an option more, which some set to keep what they had. */
    @Test
    @Incident(value = "I64", fact = "jvm.charset.default", severity = Severity.ERROR)
    void containerWithoutALocaleWritesQuestionMarks() throws Exception {
        String option = Runtime.version().feature() < 18 ? "-Dorders" : "-Dfile.encoding=COMPAT";
        Observed production = started(UTF_8, option);
        Observed here = started(Map.of("LC_ALL", "POSIX"), option);

        FIXTURE.assertFinding(production, here, "charset.default", Severity.ERROR);
        assertThat(FIXTURE.findingsWithoutProfile(here))
                .extracting(Finding::id)
                .contains("jvm.behaviour.text_beyond_ascii", "jvm.behaviour.file_names_beyond_ascii");
    }

    /** What the other line of Java writes is recorded. */
    @Test
    @Incident(value = "I65", fact = "jvm.locale_data.time", severity = Severity.ERROR)
    void blankBeforeAmIsANarrowOneSinceJava20() {
        Observed here = JvmLook.here(Map.of("ask", "locale_data"));
        boolean narrow = Runtime.version().feature() >= 20;
        assertThat(here.facts().value("locale_data.time")).isEqualTo(narrow ? "11:00\\u202fAM" : "11:00 AM");
        Observed other = with(
                here,
                Map.of(
                        "version",
                        narrow ? "17.0.15" : "21.0.7",
                        "locale_data.time",
                        narrow ? "11:00 AM" : "11:00\\u202fAM"));

        FIXTURE.assertFinding(other, here, "locale_data.time", Severity.ERROR);
        FIXTURE.assertFinding(other, here, "version", Severity.ERROR);
    }

    /** No JVM for musl can be had here: its executable and its distribution are made up. */
    @Test
    @Incident(value = "I66", fact = "jvm.libc", severity = Severity.ERROR)
    void nativeLibraryNeedsTheOtherCLibrary() throws IOException {
        Observed debian = in("\u007fELF…/lib64/ld-linux-x86-64.so.2…", "ID=debian\nVERSION_ID=\"12\"\n");
        Observed alpine = in("\u007fELF…/lib/ld-musl-x86_64.so.1…", "ID=alpine\nVERSION_ID=3.20.1\n");

        FIXTURE.assertFinding(debian, alpine, "libc", Severity.ERROR);
    }

    /** The limit of the control group is made up. */
    @Test
    @Incident(value = "I67", fact = "jvm.heap_exceeds_limit", severity = Severity.ERROR)
    void heapIsSizedByTheHost() throws IOException {
        write("proc/self/cgroup", "0::/\n");
        write("sys/fs/cgroup/memory.max", "max\n");
        Observed free = JvmLook.in(folder);
        write("sys/fs/cgroup/memory.max", "16777216\n");
        Observed limited = JvmLook.in(folder);

        FIXTURE.assertFinding(free, limited, "heap_exceeds_limit", Severity.ERROR);
        assertThat(FIXTURE.findingsWithoutProfile(limited))
                .extracting(Finding::id)
                .contains("jvm.heap_exceeds_limit");
    }

    @Test
    @Incident(value = "I68", fact = "jvm.time_zone", severity = Severity.WARNING)
    void timesWithoutAZoneAreReadInTheServersZone() throws Exception {
        FIXTURE.assertFinding(
                started(Map.of("TZ", "UTC", "LC_ALL", "C.UTF-8")),
                started(Map.of("TZ", "America/New_York", "LC_ALL", "C.UTF-8")),
                "time_zone",
                Severity.WARNING);
    }

    @Test
    void keysAreFoldedByTheRulesOfTurkish() throws Exception {
        Observed english = started(UTF_8, "-Duser.language=en", "-Duser.country=US");
        Observed turkish = started(UTF_8, "-Duser.language=tr", "-Duser.country=TR");

        FIXTURE.assertFinding(english, turkish, "behaviour.upper_case", Severity.ERROR);
        FIXTURE.assertFinding(english, turkish, "locale.language", Severity.ERROR);
    }

    @Test
    void smallerMachineWithAnotherPatchIsNoDifference() throws Exception {
        Observed production = started(Map.of("TZ", "Etc/UTC", "LC_ALL", "C.UTF-8"), "-Xmx512m");
        Observed laptop = with(
                started(Map.of("TZ", "UTC", "LC_ALL", "C.UTF-8"), "-Xmx64m", "-XX:ActiveProcessorCount=3"),
                Map.of("version", Runtime.version().feature() + ".0.99", "vendor", "Another", "os.name", "ubuntu"));

        FIXTURE.assertAgrees(production, laptop);
    }

    private Observed started(Map<String, String> variables, String... options) throws Exception {
        return JvmLook.started(folder, variables, options);
    }

    private Observed in(String executable, String release) throws IOException {
        write("proc/self/exe", executable);
        write("etc/os-release", release);
        return JvmLook.in(folder);
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static Observed with(Observed observed, Map<String, String> changed) {
        Facts.Builder facts = Facts.builder();
        observed.facts().forEach(fact -> facts.put(fact.name(), fact.value()));
        changed.forEach(facts::put);
        return new Observed(observed.kind(), facts.build(), List.of());
    }
}
