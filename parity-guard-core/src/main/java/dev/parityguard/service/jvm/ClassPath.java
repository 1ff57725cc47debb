package dev.parityguard.service.jvm;

import dev.parityguard.fact.Facts;
import dev.parityguard.fact.Unknown;
import dev.parityguard.fact.Unknown.Cause;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The artifacts that the application runs with, by the names of their files: no jar is opened for it. */
final class ClassPath {
    private static final Set<String> DRIVERS = Set.of(
            "HikariCP",
            "amqp-client",
            "derby",
            "elasticsearch-java",
            "elasticsearch-rest-client",
            "h2",
            "hsqldb",
            "jedis",
            "kafka-clients",
            "lettuce-core",
            "mariadb-java-client",
            "mongodb-driver-core",
            "mssql-jdbc",
            "mysql-connector-j",
            "mysql-connector-java",
            "ojdbc11",
            "opensearch-java",
            "postgresql",
            "s3",
            "sqlite-jdbc");

    private final Host host;

    ClassPath(Host host) {
        this.host = host;
    }

    void tell(Facts.Builder facts, List<Unknown> unknowns) {
        Set<String> artifacts = artifacts();
        if (artifacts.size() < 2) {
            unknowns.add(new Unknown("driver.*", Cause.NOT_SUPPORTED, "a class path of several artifacts"));
            return;
        }
        CRC32 checksum = new CRC32();
        for (String artifact : artifacts) {
            checksum.update(artifact.getBytes(StandardCharsets.UTF_8));
            checksum.update('\n');
            driver(artifact, facts);
        }
        facts.put("class_path.artifacts", artifacts.size());
        facts.put("class_path.checksum", Long.toHexString(checksum.getValue()));
    }

    /** A version begins with a digit after a hyphen: {@code lettuce-core-6.3.2.RELEASE}. */
    private static void driver(String artifact, Facts.Builder facts) {
        for (int at = artifact.indexOf('-'); at > 0; at = artifact.indexOf('-', at + 1)) {
            if (at + 1 < artifact.length() && Character.isDigit(artifact.charAt(at + 1))) {
                String name = artifact.substring(0, at);
                if (DRIVERS.contains(name)) {
                    facts.put("driver.".concat(name), artifact.substring(at + 1));
                }
                return;
            }
        }
    }

    private Set<String> artifacts() {
        Set<String> artifacts = new TreeSet<>();
        String classPath = host.property("java.class.path");
        for (String entry : classPath == null ? new String[0] : classPath.split(File.pathSeparator, -1)) {
            add(entry, artifacts);
        }
        if (isOneJar(host)) {
            addNested(artifacts);
        }
        return artifacts;
    }

    static boolean isOneJar(Host host) {
        String classPath = host.property("java.class.path");
        return classPath != null && classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
    }

    /** The index that Spring Boot writes into its jars: {@code - "BOOT-INF/lib/postgresql-42.7.4.jar"}. */
    private static void addNested(Set<String> artifacts) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream("BOOT-INF/classpath.idx")) {
            if (in == null) {
                return;
            }
            BufferedReader index = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = index.readLine(); line != null; line = index.readLine()) {
                add(line.replace("\"", ""), artifacts);
            }
        } catch (IOException e) {
            artifacts.clear();
        }
    }

    private static void add(@Nullable String entry, Set<String> artifacts) {
        if (entry != null && entry.endsWith(".jar")) {
            int name = Math.max(entry.lastIndexOf('/'), entry.lastIndexOf(File.separatorChar)) + 1;
            artifacts.add(entry.substring(name, entry.length() - ".jar".length()));
        }
    }
}
