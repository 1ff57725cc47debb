package dev.parityguard.servers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How to run what refuses to run as root. An ordinary user runs it as it is. Root runs it in a user namespace of its
 * own, where it appears as nobody, or else as nobody really.
 */
enum ServerUser {
    ITSELF,
    NAMESPACE,
    NOBODY;

    /** The words to write before a command. */
    List<String> prefix() {
        return switch (this) {
            case ITSELF -> List.of();
            case NAMESPACE -> List.of("unshare", "-U");
            case NOBODY -> List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        };
    }

    static ServerUser current() throws InterruptedException {
        if (!System.getProperty("user.name").equals("root")) {
            return ITSELF;
        }
        return NAMESPACE.works() ? NAMESPACE : NOBODY;
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
