package dev.parityguard.service.jdbc.migration;

import dev.parityguard.probe.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files that the application brings along, in directories and jars of its class path. */
record BundledFiles(ClassLoader loader, Deadline deadline) {
    private static final String CLASS_PATH = "classpath:";
    private static final String FILE_SYSTEM = "filesystem:";

    /** What is made of a file. */
    interface Reading {
        /**
         * Reads one file.
         *
         * @param path with the location in front, parts separated by slashes
         */
        void of(String path, InputStream content) throws IOException;
    }

    /** The application's, for as long as the deadline allows. */
    static BundledFiles of(Deadline deadline) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return new BundledFiles(context == null ? BundledFiles.class.getClassLoader() : context, deadline);
    }

    /**
     * Reads all files below a location: a directory of the class path, or one behind {@code filesystem:}.
     *
     * @param example a file that may be there: some jars tell their files and not their directories
     * @throws IOException when a part of the class path cannot be listed or the time is over
     */
    void below(String location, @Nullable String example, Reading reading) throws IOException {
        if (location.startsWith(FILE_SYSTEM)) {
            Path root = Path.of(location.substring(FILE_SYSTEM.length()));
            if (!Files.isDirectory(root)) {
                throw new Unlisted("no directory " + location);
            }
            walk(root, location, reading);
            return;
        }
        String root = root(location);
        Map<String, URL> urls = new LinkedHashMap<>();
        for (URL url : Collections.list(loader.getResources(root))) {
            urls.put(url.toExternalForm(), url);
        }
        if (example != null) {
            for (URL url : Collections.list(loader.getResources(root + "/" + example))) {
                if (url.openConnection() instanceof JarURLConnection) {
                    urls.put(url.toExternalForm(), url);
                }
            }
        }
        Set<String> jars = new HashSet<>();
        for (URL url : urls.values()) {
            read(url, root, jars, reading);
        }
    }

    /** A location as the paths below it begin. */
    static String root(String location) {
        String plain = location.startsWith(CLASS_PATH) ? location.substring(CLASS_PATH.length()) : location;
        plain = plain.startsWith("/") ? plain.substring(1) : plain;
        return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** Why files could not be read, in words that name none of them. */
    static String reason(Exception e) {
        return e instanceof Unlisted && e.getMessage() != null
                ? e.getMessage()
                : e.getClass().getSimpleName();
    }

    private void read(URL url, String root, Set<String> jars, Reading reading) throws IOException {
        if (url.getProtocol().equals("file")) {
            try {
                walk(Path.of(url.toURI()), root, reading);
            } catch (URISyntaxException e) {
                throw new Unlisted("a class path with a URL that is none");
            }
            return;
        }
        URLConnection connection = url.openConnection();
        if (!(connection instanceof JarURLConnection inJar)) {
            throw new Unlisted("a class path of " + url.getProtocol() + " URLs");
        }
        if (jars.add(inJar.getJarFileURL().toString())) {
            inJar.setUseCaches(false);
            try (JarFile jar = inJar.getJarFile()) {
                for (JarEntry entry : Collections.list(jar.entries())) {
                    if (!entry.isDirectory() && entry.getName().startsWith(root + "/")) {
                        read(entry.getName(), jar.getInputStream(entry), reading);
                    }
                }
            }
        }
    }

    private void walk(Path directory, String root, Reading reading) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String below = directory
                    .relativize(file)
                    .toString()
                    .replace(file.getFileSystem().getSeparator(), "/");
            read(root + "/" + below, Files.newInputStream(file), reading);
        }
    }

    private void read(String path, InputStream opened, Reading reading) throws IOException {
        try (InputStream content = opened) {
            if (deadline.passed()) {
                throw new Unlisted("more time than the deadline leaves");
            }
            reading.of(path, content);
        }
    }

    /** What cannot be listed, with a reason that can be told. */
    private static final class Unlisted extends IOException {
        private static final long serialVersionUID = 1L;

        Unlisted(String reason) {
            super(reason);
        }
    }
}
