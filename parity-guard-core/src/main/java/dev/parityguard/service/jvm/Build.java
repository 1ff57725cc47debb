package dev.parityguard.service.jvm;

import dev.parityguard.fact.Facts;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** When and from what the running code was built, as far as its build has written it down. */
final class Build {
    private static final String[] MANIFEST_TIMES = {"Build-Time", "Build-Timestamp", "Build-Date"};
    private static final int SHORT_COMMIT = 12;

    private Build() {}

    static void tell(Host host, Facts.Builder facts) {
        Properties build = properties("META-INF/build-info.properties");
        Properties commit = properties("git.properties");
        facts.put("build.version", build.getProperty("build.version"));
        facts.put("build.time", build.containsKey("build.time") ? build.get("build.time") : manifestTime(host));
        facts.put("commit.id", shortened(commit));
        facts.put("commit.time", commit.getProperty("git.commit.time"));
    }

    private static @Nullable String shortened(Properties commit) {
        String id = commit.getProperty("git.commit.id.abbrev", commit.getProperty("git.commit.id"));
        return id == null || id.length() <= SHORT_COMMIT ? id : id.substring(0, SHORT_COMMIT);
    }

    /** The first manifest on the class path is the application's own where the class path is its jar. */
    private static @Nullable String manifestTime(Host host) {
        if (!ClassPath.isOneJar(host)) {
            return null;
        }
        try (InputStream in = ClassLoader.getSystemResourceAsStream("META-INF/MANIFEST.MF")) {
            Attributes attributes = in == null ? new Attributes() : new Manifest(in).getMainAttributes();
            for (String time : MANIFEST_TIMES) {
                if (attributes.getValue(time) != null) {
                    return attributes.getValue(time);
                }
            }
        } catch (IOException e) {
            // A build that cannot be read has told nothing.
            return null;
        }
        return null;
    }

    private static Properties properties(String resource) {
        Properties properties = new Properties();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = context == null ? ClassLoader.getSystemClassLoader() : context;
        try (InputStream in = loader.getResourceAsStream(resource)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException | IllegalArgumentException e) {
            // A build that cannot be read has told nothing.
            return new Properties();
        }
        return properties;
    }
}
