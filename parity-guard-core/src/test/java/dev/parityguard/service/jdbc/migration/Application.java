package dev.parityguard.service.jdbc.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An application of whose class path a test decides, for as long as it is open. */
public final class Application implements AutoCloseable {
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final Path root;
    private final URLClassLoader loader;

    private Application(Path root) throws MalformedURLException {
        this.root = root;
        this.loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, before);
        Thread.currentThread().setContextClassLoader(loader);
    }

    /** One whose class path has that directory or jar too. */
    public static Application with(Path root) {
        try {
            return new Application(root);
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One with a class path in an empty folder. */
    public static Application in(Path folder) {
        try {
            return with(Files.createDirectories(folder.resolve("classes")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a file on the class path. */
    public Application file(String path, String content) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content.getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a file from the class path. */
    public Application without(String path) {
        try {
            Files.delete(root.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A directory of the class path. */
    public Path directory(String path) {
        return root.resolve(path);
    }

    /** The class path. */
    public ClassLoader loader() {
        return loader;
    }

    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(before);
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
