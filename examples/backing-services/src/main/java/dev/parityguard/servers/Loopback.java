package dev.parityguard.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The loopback interface and its ports. */
final class Loopback {

    static final InetAddress ADDRESS = InetAddress.getLoopbackAddress();

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Loopback() {}

    /**
     * A port that was free a moment ago and that this process has not given away: servers start at the same time, and each
     * needs some before it listens.
     */
    static int freePort() {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, ADDRESS)) {
                if (GIVEN.add(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether somebody listens. Linux connects a socket to itself when it happens to choose the port it asks for. */
    static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(ADDRESS, port), 1000);
            return socket.getLocalPort() != port;
        } catch (IOException e) {
            return false;
        }
    }

    /** Starts on a free port, and again on another one if somebody else was quicker to take it. */
    static <T> T onFreePort(PortUser<T> starter) {
        for (int attempt = 1; ; attempt++) {
            try {
                return starter.start(freePort());
            } catch (IOException e) {
                throw new ServerStartException("cannot start", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ServerStartException("interrupted", e);
            } catch (ServerStartException e) {
                if (attempt == 3 || !String.valueOf(e.getMessage()).contains("Address already in use")) {
                    throw e;
                }
            }
        }
    }

    /** Starts something that listens on a port. */
    interface PortUser<T> {
        T start(int port) throws IOException, InterruptedException;
    }
}
