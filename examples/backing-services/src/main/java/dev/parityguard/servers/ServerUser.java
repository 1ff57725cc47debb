package dev.parityguard.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How to run what refuses to run as root. An ordinary user runs it as it is. Root runs it in a user namespace of its
 * own, where it appears as nobody, or else as nobody really.
 */
enum ServerUser {
    ITSELF,
    NAMESPACE,
    NOBODY;

    private static final int NOBODY_ID = 65534;

    /** The words to write before a command. */
    List<String> prefix() {
        return switch (this) {
            case ITSELF -> List.of();
            case NAMESPACE -> List.of("unshare", "-U");
            case NOBODY -> List.of("setpriv", "--reuid=" + NOBODY_ID, "--regid=" + NOBODY_ID, "--clear-groups");
        };
    }

    /** The best way that works here. */
    static ServerUser current() throws InterruptedException {
        return usable().get(0);
    }

    /** All ways that work here, the best one first. */
    static List<ServerUser> usable() throws InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of(ITSELF);
        }
        List<ServerUser> usable = new ArrayList<>();
        for (ServerUser user : List.of(NAMESPACE, NOBODY)) {
            if (user.works()) {
                usable.add(user);
            }
        }
        if (usable.isEmpty()) {
            throw new ServerStartException("root can run this server only with the command unshare or setpriv");
        }
        return usable;
    }

    /** Gives a directory and all that is in it to the user that the server runs as. */
    void own(Path directory) throws IOException {
        if (this == NOBODY) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Files.setAttribute(file, "unix:uid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    private boolean works() throws InterruptedException {
        List<String> command = new ArrayList<>(prefix());
        command.add("true");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
