package dev.parityguard.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory to which the build has copied the servers: one file or directory each, named {@code engine-version}.
 * It is told by the system property {@code parityguard.servers}, or lies beside this class's own classes or jar.
 */
final class InstalledServers {

    private InstalledServers() {}

    static Path directory() {
        String told = System.getProperty("parityguard.servers");
        Path directory = told != null ? Path.of(told) : ownLocation().resolveSibling("servers");
        if (!Files.isDirectory(directory)) {
            throw new ServerStartException("no servers in " + directory
                    + ": build examples/backing-services first, or set the system property parityguard.servers");
        }
        return directory.toAbsolutePath();
    }

    /** Where this class came from: the directory of classes or the jar, both in the build's target directory. */
    static Path ownLocation() {
        try {
            return Path.of(InstalledServers.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The newest one whose version is the asked one or begins with it, so that {@code 16} finds {@code 16.15}. */
    static InstalledServer find(String engine, String version) {
        List<InstalledServer> all = all(engine);
        return all.stream()
                .filter(server -> (server.version() + ".").startsWith(version.isEmpty() ? "" : version + "."))
                .max(Comparator.comparing(InstalledServer::version, InstalledServers::compareVersions))
                .orElseThrow(() -> new ServerStartException("no " + engine + " " + version + " among "
                        + all.stream().map(InstalledServer::version).toList()));
    }

    static List<InstalledServer> all(String engine) {
        String prefix = engine + "-";
        try (Stream<Path> files = Files.list(directory())) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .map(file -> new InstalledServer(
                            file,
                            file.getFileName()
                                    .toString()
                                    .substring(prefix.length())
                                    .replaceFirst("\\.(jar|zip)$", "")))
                    .sorted(Comparator.comparing(InstalledServer::version, InstalledServers::compareVersions))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int compareVersions(String left, String right) {
        String[] lefts = left.split("\\.", -1);
        String[] rights = right.split("\\.", -1);
        for (int i = 0; i < Math.min(lefts.length, rights.length); i++) {
            int compared = Integer.compare(Integer.parseInt(lefts[i]), Integer.parseInt(rights[i]));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(lefts.length, rights.length);
    }

    /** One installed server. */
    record InstalledServer(Path path, String version) {}
}
