package dev.parityguard.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Takes servers out of the jars in which they travel. */
final class Archives {

    private static final int EXECUTABLE = 0111;

    private Archives() {}

    /** Unpacks the compressed tar archive inside a jar. */
    static void unpackTar(Path jar, Path directory) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream entry = zip.getInputStream(only(zip, Pattern.compile(".*\\.txz")));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(entry))) {
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
