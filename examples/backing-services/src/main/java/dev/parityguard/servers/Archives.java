package dev.parityguard.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Takes servers out of the jars in which they travel. */
final class Archives {

    private static final int EXECUTABLE = 0111;

    private Archives() {}

    /** Unpacks the compressed tar archive for this platform inside a jar. */
    static void unpackTar(Path jar, Path directory) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = only(zip, Pattern.compile(".*\\.txz|.*Linux-amd64\\.tar\\.gz"));
            try (InputStream packed = zip.getInputStream(entry);
                    InputStream unpacked = entry.getName().endsWith(".txz")
                            ? new XZInputStream(packed)
                            : new GZIPInputStream(packed)) {
                unpackTar(unpacked, directory);
            }
        }
    }

    /** Takes files out of a jar, each to the path that the pattern's group finds in its name. */
    static void unpackFiles(Path jar, Pattern name, Path directory) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
                Matcher matcher = name.matcher(entry.getName());
                if (matcher.matches()) {
                    Path file = directory.resolve(matcher.group(1));
                    Files.createDirectories(file.getParent());
                    try (InputStream content = zip.getInputStream(entry)) {
                        Files.copy(content, file);
                    }
                    makeExecutable(file);
                }
            }
        }
    }

    private static void unpackTar(InputStream archive, Path directory) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(archive)) {
            for (TarArchiveEntry next = tar.getNextEntry(); next != null; next = tar.getNextEntry()) {
                unpack(tar, next, directory.resolve(next.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & EXECUTABLE) != 0) {
                makeExecutable(file);
            }
        }
    }

    /** Takes one executable out of a jar. */
    static void unpackExecutable(Path jar, Pattern name, Path file) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream entry = zip.getInputStream(only(zip, name))) {
            Files.copy(entry, file);
        }
        makeExecutable(file);
    }

    private static ZipEntry only(ZipFile zip, Pattern name) {
        return zip.stream()
                .filter(entry -> name.matcher(entry.getName()).matches())
                .findFirst()
                .orElseThrow(() -> new ServerStartException(
                        zip.getName() + " has nothing for this platform: no entry is named like " + name));
    }

    private static void makeExecutable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
