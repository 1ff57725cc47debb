package dev.parityguard.service.file;

import dev.parityguard.fact.FactCatalogue;
import dev.parityguard.fact.NotProbed;
import dev.parityguard.probe.Probe;
import dev.parityguard.probe.ProbeProvider;
import dev.parityguard.target.Secret;
import dev.parityguard.target.Target;
import java.io.File;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Looks at a folder: a {@link Path} of any file system, a {@link File}, a {@code file:} URL or an absolute path. */
public final class FileProvider implements ProbeProvider {
    private static final String SCHEME = "file:";

    /** For {@link java.util.ServiceLoader}. */
    public FileProvider() {}

    @Override
    public String kind() {
        return FolderProbe.KIND;
    }

    @Override
    public FactCatalogue catalogue() {
        return FactCatalogue.load(FileProvider.class, "catalogue.properties");
    }

    @Override
    public String accepted() {
        return "a Path or File, file:///folder, /folder";
    }

    @Override
    public boolean accepts(Target target) {
        Secret url = target.url();
        return url == null
                ? target.handle() instanceof Path || target.handle() instanceof File
                : target.hasScheme("file") || url.reveal().startsWith("/");
    }

    @Override
    public Probe probe(Target target) {
        Path folder = folder(target);
        return folder == null
                ? context -> new NotProbed("the target cannot be read as the path of a folder")
                : new FolderProbe(folder);
    }

    private static @Nullable Path folder(Target target) {
        if (target.handle() instanceof Path path) {
            return path;
        }
        if (target.handle() instanceof File file) {
            return file.toPath();
        }
        Secret url = target.url();
        try {
            return url == null ? null : path(url.reveal());
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            // Its message would repeat the path, which may be a variable's value.
            return null;
        }
    }

    private static Path path(String text) {
        if (!text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Path.of(text);
        }
        String rest = text.substring(SCHEME.length());
        return rest.startsWith("/") ? Path.of(URI.create(text)) : Path.of(rest);
    }
}
