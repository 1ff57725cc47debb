package dev.parityguard.service.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parityguard.fact.Fact;
import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Observed;
import dev.parityguard.fact.Unknown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmProbeTest {
    private static final Map<String, String> EVERYTHING = Map.of("ask", "locale_data, garbage_collector");

    @TempDir
    private Path root;

    @Test
    void everyFactIsDescribed() {
        FactCatalogue catalogue = new JvmProvider().catalogue();
        Observed observed = JvmLook.here(EVERYTHING);

        assertThat(observed.facts().value("product")).isNotBlank();
        assertThat(observed.facts().value("version")).isEqualTo(System.getProperty("java.version"));
        assertThat(observed.facts().stream().map(Fact::name))
                .allSatisfy(
                        name -> assertThat(catalogue.describe(name)).as(name).isNotNull());
    }

    @Test
    void lookingTwiceSeesTheSame() {
        assertThat(JvmLook.here(EVERYTHING)).isEqualTo(JvmLook.here(EVERYTHING));
    }

    @Test
    void localeDataAndCollectorsAreToldWhereTheyAreAskedForOnly() {
        assertThat(JvmLook.here(EVERYTHING).facts().value("locale_data.month")).isEqualTo("Sept");
        assertThat(JvmLook.here(EVERYTHING).facts().value("garbage_collector")).isNotBlank();

        Observed unasked = JvmLook.here();
        assertThat(unasked.facts().value("garbage_collector")).isNull();
        assertThat(unasked.unknowns()).extracting(Unknown::fact).contains("locale_data.*", "garbage_collector");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void processOnLinuxKnowsItsLibraryItsUserAndItsMounts() {
        assertThat(JvmLook.here().facts().stream().map(Fact::name))
                .contains(
                        "libc",
                        "runs_as_root",
                        "file_system.root_is_read_only",
                        "file_system.tmp_is_executable",
                        "heap_exceeds_limit",
                        "os.version");
    }

    @Test
    void filesThatMayNotBeReadAreUnknown() {
        Observed observed = look(Map.of("os.name", "Linux"));

        assertThat(observed.unknowns())
                .extracting(Unknown::fact)
                .contains("os.*", "libc", "runs_as_root", "file_system.*", "heap_exceeds_limit");
        assertThat(observed.facts().value("libc")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"Mac OS X, aarch64, darwin, aarch64", "Windows 11, amd64, windows, amd64", "Linux, x86_64, linux, amd64"
    })
    void systemsAreTold(String name, String architecture, String type, String told) {
        Facts facts = look(Map.of("os.name", name, "os.arch", architecture)).facts();

        assertThat(facts.value("os.type")).isEqualTo(type);
        assertThat(facts.value("host.arch")).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "OpenJDK 64-Bit Server VM, hotspot",
        "Java HotSpot(TM) 64-Bit Server VM, hotspot",
        "Eclipse OpenJ9 VM, openj9",
        "Substrate VM, native image"
    })
    void virtualMachinesAreTold(String name, String product) {
        assertThat(look(Map.of("java.vm.name", name)).facts().value("product")).isEqualTo(product);
    }

    @Test
    void mountsAreTold() throws IOException {
        write("proc/self/mounts", """
                overlay / overlay ro,relatime,lowerdir=/a 0 0
                proc /proc proc rw,nosuid,noexec 0 0
                tmpfs /tmp tmpfs rw,nosuid,nodev,noexec,size=65536k 0 0
                tmpfs /tmpfiles tmpfs rw 0 0
                """);
        Facts facts = look(Map.of("java.io.tmpdir", "/tmp")).facts();

        assertThat(facts.value("file_system.root_is_read_only")).isEqualTo("yes");
        assertThat(facts.value("file_system.tmp_is_executable")).isEqualTo("no");
        assertThat(look(Map.of("java.io.tmpdir", "/tmpfiles/x")).facts().value("file_system.tmp_is_executable"))
                .isEqualTo("yes");
    }

    @Test
    void muslAndItsDistributionAreTold() throws IOException {
        write("proc/self/exe", "\u007fELF…/lib/ld-musl-x86_64.so.1…");
        write("etc/os-release", "NAME=\"Alpine Linux\"\nID=alpine\nVERSION_ID=3.20.1\n");
        Facts facts = look(Map.of()).facts();

        assertThat(facts.value("libc")).isEqualTo("musl");
        assertThat(facts.value("os.name")).isEqualTo("alpine");
        assertThat(facts.value("os.version")).isEqualTo("3.20.1");
    }

    @ParameterizedTest
    @CsvSource({
        "0::/, sys/fs/cgroup/memory.max, 1073741824, no",
        "0::/, sys/fs/cgroup/memory.max, 1073741823, yes",
        "0::/, sys/fs/cgroup/memory.max, max, no",
        "0::/pods/one, sys/fs/cgroup/pods/memory.max, 1000, yes",
        "'4:cpu,memory:/docker/one', sys/fs/cgroup/memory/memory.limit_in_bytes, 1000, yes",
        "4:memory:/docker/one, sys/fs/cgroup/memory/docker/one/memory.limit_in_bytes, 1000, yes",
        "4:memory:/docker/one, sys/fs/cgroup/memory/memory.limit_in_bytes, 9223372036854771712, no"
    })
    void heapIsComparedWithTheLimitOfEitherVersionOfControlGroups(
            String groups, String file, String limit, String exceeds) throws IOException {
        write("proc/self/cgroup", groups + "\n");
        write(file, limit + "\n");

        assertThat(look(Map.of()).facts().value("heap_exceeds_limit")).isEqualTo(exceeds);
    }

    @ParameterizedTest
    @CsvSource({
        "registry.example:5000/team/orders, , , yes",
        "registry.example:5000/team/orders:latest, latest, , yes",
        "orders:1.4.2, 1.4.2, , no",
        "orders:latest@sha256:abc, latest, sha256:abc, no"
    })
    void imagesAreTold(String reference, String tag, String digest, String floats) {
        Facts facts = JvmLook.at(host(Map.of()), Map.of("image", reference)).facts();

        assertThat(facts.value("image.tag")).isEqualTo(tag);
        assertThat(facts.value("image.digest")).isEqualTo(digest);
        assertThat(facts.value("image.floats")).isEqualTo(floats);
    }

    @Test
    void imageIsTakenFromTheAttributesOfOpenTelemetry() {
        Host host = new Host(
                root,
                System.getProperties(),
                Map.of("OTEL_RESOURCE_ATTRIBUTES", "service.name=orders,container.image.tags=1.4.2"),
                2,
                1);

        assertThat(JvmLook.at(host).facts().value("image.tag")).isEqualTo("1.4.2");
    }

    @Test
    void driversAreToldByTheNamesOfTheirFiles() {
        String separator = System.getProperty("path.separator");
        String classPath = String.join(
                separator, "/m2/lettuce-core-6.6.0.RELEASE.jar", "lib/postgresql-42.7.4.jar", "classes", "lib/x-1.jar");
        Facts facts = look(Map.of("java.class.path", classPath)).facts();

        assertThat(facts.value("driver.lettuce-core")).isEqualTo("6.6.0.RELEASE");
        assertThat(facts.value("driver.postgresql")).isEqualTo("42.7.4");
        assertThat(facts.value("class_path.artifacts")).isEqualTo("3");
        assertThat(look(Map.of("java.class.path", "lib/x-2.jar" + separator + "lib/y-1.jar"))
                        .facts()
                        .value("class_path.checksum"))
                .isNotEqualTo(facts.value("class_path.checksum"));
    }

    @Test
    void driversInsideOfOneJarAreUnknown() {
        assertThat(look(Map.of("java.class.path", "orders.jar")).unknowns())
                .extracting(Unknown::fact)
                .contains("driver.*");
    }

    private Observed look(Map<String, String> changed) {
        return JvmLook.at(host(changed));
    }

    /** One that sees a gigabyte of heap and a file system of its own. */
    private Host host(Map<String, String> changed) {
        Map<Object, Object> properties = new HashMap<>(System.getProperties());
        properties.putAll(changed);
        return new Host(root, properties, Map.of(), 2, 1 << 30);
    }

    private void write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}
