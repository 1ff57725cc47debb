package dev.parityguard.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this machine, for servers that need a newer one than the tests run on. */
final class InstalledJdks {
    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"([0-9]+)");

    private InstalledJdks() {}

    /** The newest JDK in the folder that holds this one, if it is new enough. */
    static Optional<Path> beside(Path home, int feature) {
        try (Stream<Path> homes = Files.list(home.resolve(".."))) {
            return homes.filter(jdk -> feature(jdk) >= feature).max(Comparator.comparing(InstalledJdks::feature));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int feature(Path jdk) {
        try {
            Matcher version = VERSION.matcher(Files.readString(jdk.resolve("release")));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
