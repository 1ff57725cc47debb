package dev.parityguard.servers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Directories that are expensive to make and never change, made once beside the installed servers, by one JVM at a
 * time. Where this user may not write there, each JVM makes its own and deletes them when it ends.
 */
final class DirectoryCache {

    private static @Nullable Path ownRoot;

    private DirectoryCache() {}

    static Path get(String name, Filler filler) throws IOException, InterruptedException {
        return get(name, ServerUser.ITSELF, filler);
    }

    /** For a user that may not be able to enter the shared directory, the directory is this JVM's own. */
    static synchronized Path get(String name, ServerUser user, Filler filler) throws IOException, InterruptedException {
        if (user == ServerUser.NOBODY) {
            user.own(ownRoot());
            return make(ownRoot(), name, user, filler);
        }
        Path shared = InstalledServers.directory().resolve("unpacked");
        Path made = shared.resolve(name);
        if (Files.isReadable(made)) {
            return made;
        }
        return make(isWritable(shared) ? shared : ownRoot(), name, user, filler);
    }

    private static Path make(Path root, String name, ServerUser user, Filler filler)
            throws IOException, InterruptedException {
        Path made = root.resolve(name);
        try (FileChannel lock =
                FileChannel.open(root.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (Files.isDirectory(made)) {
                return made;
            }
            Path half = root.resolve(name + ".half");
            if (Files.exists(half)) {
                Directories.delete(half);
            }
            Files.createDirectory(half);
            user.own(half);
            filler.fill(half);
            return Files.move(half, made, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static boolean isWritable(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            return false;
        }
        return Files.isWritable(directory);
    }

    private static Path ownRoot() throws IOException {
        Path root = ownRoot;
        if (root == null) {
            root = Directories.temporary("unpacked");
            deleteAfterThisJvm(root);
            ownRoot = root;
        }
        return root;
    }

    /** By a process that waits for the end of a pipe which this JVM holds open, since a killed JVM deletes nothing. */
    private static void deleteAfterThisJvm(Path directory) throws IOException {
        String script = "trap '' HUP INT TERM; while read -r _; do :; done; rm -rf \"$0\"";
        new ProcessBuilder("sh", "-c", script, directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Fills an empty directory. */
    interface Filler {
        void fill(Path directory) throws IOException, InterruptedException;
    }
}
